// What <relu-three-ways> offers to a page, see embed.js.

/** The keys of the figure's address, each an attribute and a property. */
export interface State {
  fn: 'relu' | 'leaky' | 'abs' | 'minusabs' | 'softplus' | 'square' | 'cube' | 'heaviside' | 'sqrtabs' | 'cantor' | 'kink';
  lens: 'point' | 'sub' | 'dist' | 'compare';
  /** The point, −3.3 … 3.3. */
  x: number;
  /** The slope that is tried, −2 … 3. */
  g: number;
  /** The probe's centre, −3 … 3, and half width, 0.05 … 3. */
  c: number;
  w: number;
  /** The secants' step, 2⁻¹⁰ … 2. */
  h: number;
  /** The slope on the left, of leaky and kink; null for the others. */
  a: number | null;
  /** The sharpness of softplus, 0.5 … 64. */
  beta: number;
  /** The place in the derivation, 1 … 5. */
  p: number;
  /** The mollifier's shift in half widths, −1 … 1. */
  s: number;
  order: '1' | '2';
  sweep: 'off' | 'on';
  theme: 'auto' | 'light' | 'dark' | 'contrast';
  ui: 'full' | 'min' | 'none' | 'lecture';
  lang: 'en' | 'de';
  scene: number;
  /** Whose background shows: the theme's, or the page's. */
  paper: 'theme' | 'none';
}

/** What the figure shows, at full precision; null where there is nothing, or where it is infinite. */
export interface Readout {
  x: number;
  value: number | null;
  /** One-sided slopes. */
  left: number | null;
  right: number | null;
  /** The slope, null where it does not exist. */
  pointwise: number | null;
  /** The set of subgradients, null where it is empty. */
  subdifferential: [number, number] | null;
  /** Clarke's, null where the function is not Lipschitz. */
  clarke: [number, number] | null;
  probe: {c: number; w: number};
  pairing: {byParts: number; direct: number; error: number};
}

/** The readout in words, rounded as on the screen and in the reader's language. */
export interface Words { x: string; value: string; left: string; right: string; slope: string; interval: string; c: string; w: string; pairing: string }

/** What an event says. State and link are what the figure was told to show, readout
 * and words what is seen while it glides there. */
export interface Shown { state: State; readout: Readout; words: Words; link: string }

interface Events {
  ready: CustomEvent<Shown>;
  change: CustomEvent<Shown>;
  export: CustomEvent<{format: 'svg' | 'png' | 'tikz'; link: string; data: string}>;
  /** Something could not be loaded, or a value was none and has changed nothing. */
  error: CustomEvent<{message: string}>;
}

export interface ReluThreeWays extends HTMLElement {
  fn: string | null; lens: string | null; x: string | number | null; g: string | number | null;
  c: string | number | null; w: string | number | null; h: string | number | null; a: string | number | null;
  beta: string | number | null; p: string | number | null; s: string | number | null;
  order: string | number | null; sweep: string | null; theme: string | null; ui: string | null; paper: string | null;
  /** Of the figure's words; the browser's own lang is a string always. */
  lang: string;
  /** What is shown now; null before it is ready. */
  readonly readout: Readout | null;
  /** Sends the figure to a state; what is not named stays, and what is null takes its default. */
  set(state: {[K in keyof State]?: State[K] | null} | string): void;
  play(): void;
  pause(): void;
  next(): void;
  prev(): void;
  /** Asks for a picture of the state; the event export brings it. */
  export(format?: 'svg' | 'png' | 'tikz', scale?: 1 | 2 | 3 | 4): void;
  addEventListener<K extends keyof Events>(type: K, listener: (this: ReluThreeWays, event: Events[K]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener<K extends Exclude<keyof HTMLElementEventMap, keyof Events>>(type: K, listener: (this: ReluThreeWays, event: HTMLElementEventMap[K]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof Events>(type: K, listener: (this: ReluThreeWays, event: Events[K]) => void, options?: boolean | EventListenerOptions): void;
  removeEventListener<K extends Exclude<keyof HTMLElementEventMap, keyof Events>>(type: K, listener: (this: ReluThreeWays, event: HTMLElementEventMap[K]) => void, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap { 'relu-three-ways': ReluThreeWays }
}
