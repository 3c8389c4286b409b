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
  export function zipSync(files: Record<string, Uint8Array>): Uint8Array<ArrayBuffer>;
  export function strToU8(text: string): Uint8Array;
}
