// What the scripts of a page share, and what they may take for granted about it.

/** A figure's element. */
interface Root extends HTMLElement {
  readonly parentElement: HTMLElement;
  /** What early.js has done, until the program runs; see there. */
  early?: {
    program: Promise<Response> | null;
    join(): void;
    take(): object[];
    ready(): void;
  };
}

/** Says an English text in the reader's language, with values in its slots. */
type Say = (english: string, slots?: Record<string, string | number>) => string;

/** A scene of a deck, as deck.js gives it. */
interface Scene {
  title: string;
  say: string;
  /** A link, and changes to it. */
  figure: string;
  steps: string[];
  /** What is said, and what the notes say, from each step on. */
  told: {say?: string; notes?: string}[];
  /** What the figure shows in each state, for tests of the deck. */
  claims?: string[];
  /** The controls that a hand may use; all without it. */
  touch?: string[];
  notes: string;
  minutes: number;
  /** The only cut that it is in; all without it. */
  cut?: string;
  /** In place of the figure. The last columns, so many as late says, and the source come with a step. */
  table?: {head: string[]; rows: string[][]; source?: string; late?: number};
  /** Hands are counted for each choice. */
  vote?: {name: string; choices: string[]};
  /** The counts of a vote, and what has been found of each choice. */
  bars?: {vote: string; answers: string[]; uncounted?: string};
  /** The first mistake in it. */
  trouble?: string;
  /** Where its states stand in the file. */
  lines: {figure?: number; steps: number[]; bars?: number};
}

interface Deck { title: string; lang: string; scenes: Scene[]; troubles: string[] }

/** What a drawing is asked for by; the host puts the svg into it. */
interface Ask { link: string; width?: number | string; height?: number; title?: string; theme?: string; id?: string; svg?: string }

/** What is wanted of a picture, see picture.js. */
interface Wish {
  link: string; shown?: string; part?: string; paper?: string; theme?: string; handles?: string;
  width?: string; dpi?: number; text?: string; frame?: string;
}

/** What the program asks of the page while it runs in a box, and what it starts from. */
interface BoxOptions {
  /** The state to start from. */
  link: string;
  /** The program's words in another language than English. */
  words: string;
  /** Whether to paint with the GPU, asked once the figure has been seen. */
  gpu(): boolean;
  /** Whether that was chosen by hand. */
  pinned: boolean;
  /** What was done before the program ran, as in early.js. */
  early(): object[];
  on: {mounted(): void; seen(): void; unseen(): void; ready(): void; slow(): void; lost(): void; restored(): void};
}

// Elements. A page's own are there, or a script asks by ?.; only a dialog, which
// comes and goes, must be asked for so.
interface ParentNode {
  querySelector(selectors: '[data-relu-figure]'): Root;
  querySelector(selectors: '.rf-dialog'): HTMLDialogElement | null;
  querySelector(selectors: 'svg' | 'svg[data-hands]'): SVGSVGElement;
  querySelector(selectors: 'link[rel="canonical"]'): HTMLLinkElement | null;
  querySelector(selectors: string): HTMLElement;
  querySelectorAll(selectors: '[data-relu-figure]'): NodeListOf<Root>;
  querySelectorAll(selectors: 'output[data-figure]'): NodeListOf<HTMLOutputElement>;
  querySelectorAll(selectors: string): NodeListOf<HTMLElement>;
}
interface Element extends HTMLOrSVGElement, ElementCSSInlineStyle { // one of them it is
  hidden: any; inert: boolean;
  closest(selectors: string): HTMLElement | null;
}

// An observer has seen something when it calls.
interface Array<T> { at(index: -1): T }

// Events. What a hand or a key does is aimed at an element, or at the document,
// which has no closest. Ours carry a detail.
type Aimed<E> = E & {target: HTMLElement};
interface Ours { 'relu-change': CustomEvent<import('../embed/embed.js').Shown> }
interface HTMLElement {
  addEventListener<K extends keyof Ours>(type: K, listener: (e: Ours[K]) => void): void;
  addEventListener<K extends keyof HTMLElementEventMap>(type: K, listener: (e: Aimed<HTMLElementEventMap[K]>) => any, options?: boolean | AddEventListenerOptions): void;
}
interface Document {
  addEventListener<K extends keyof DocumentEventMap>(type: K, listener: (e: Aimed<DocumentEventMap[K]>) => any, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: (e: Aimed<CustomEvent>) => any): void;
}
declare function addEventListener<K extends keyof WindowEventMap>(type: K, listener: (e: Aimed<WindowEventMap[K]>) => any, options?: boolean | AddEventListenerOptions): void;

// What the tests' probe keeps.
interface Window {
  __e2e: {errors: string[]; frames: number; gl: number; draws: number; uploads: number; reads: number; timers: number; contexts: object[]};
}
