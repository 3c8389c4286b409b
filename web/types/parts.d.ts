// What lies beside the scripts in dist/ and not here: Go's runtime as the build
// wraps it, and the parts of packages.

declare module '*/wasm_exec.js' {
  /** Gives the class Go for the globalThis that a program is to see. What begins
   * with _ is Go's own; web/site/wasmexec.go checks that it is there. */
  export default function runtime(world: object): new () => {
    env: Record<string, string>;
    exit: (code: number) => void;
    importObject: WebAssembly.Imports;
    run(instance: WebAssembly.Instance): Promise<void>;
  };
}

declare module '*/vendor/json.js' {
  interface Node { type: string; value?: any; offset: number; children?: Node[] }
  export function parseTree(text: string, errors: {error: number; offset: number}[], options: {allowTrailingComma: boolean}): Node | undefined;
  export function printParseErrorCode(error: number): string;
}

declare module '*/vendor/qr.js' {
  export function qrcode(type: number, level: 'L' | 'M' | 'Q' | 'H'): {
    addData(text: string): void; make(): void; getModuleCount(): number; isDark(row: number, column: number): boolean;
  };
}

declare module '*/vendor/zip.js' {
  class Entry { constructor(name: string, options?: {level: number}); push(bytes: Uint8Array, last: boolean): void }
  export class ZipPassThrough extends Entry {}
  export class ZipDeflate extends Entry {}
  export class Zip {
    constructor(take: (error: Error | null, part: Uint8Array<ArrayBuffer>, last: boolean) => void);
    add(entry: Entry): void;
    end(): void;
  }
}

declare module '*/vendor/gif.js' {
  export function quantize(rgba: Uint8Array, most: number): number[][];
  export function GIFEncoder(): {
    writeFrame(index: Uint8Array, width: number, height: number, options: {palette?: number[][]; transparent?: boolean; transparentIndex?: number; delay?: number; dispose?: number; repeat?: number}): void;
    stream: {writeByte(b: number): void; writeBytes(b: Uint8Array): void; bytes(): Uint8Array<ArrayBuffer>; reset(): void};
    finish(): void;
  };
}

declare module '*/vendor/film.js' {
  class Format { constructor(options?: {fastStart?: 'in-memory'}) }
  export class Mp4OutputFormat extends Format {}
  export class WebMOutputFormat extends Format {}
  export class BufferTarget { buffer: ArrayBuffer | null }
  export class EncodedPacket { constructor(data: Uint8Array, type: 'key' | 'delta', timestamp: number, duration: number, sequence?: number, bytes?: number, sides?: {alpha?: Uint8Array}) }
  export class EncodedVideoPacketSource { constructor(codec: string); add(packet: EncodedPacket, meta?: EncodedVideoChunkMetadata): Promise<void> }
  export class Output {
    constructor(options: {format: Format; target: BufferTarget});
    addVideoTrack(source: EncodedVideoPacketSource, meta: {frameRate: number}): void;
    setMetadataTags(tags: {title?: string; comment?: string}): void;
    start(): Promise<void>;
    finalize(): Promise<void>;
  }
}
