/** The plugin for Vite and Astro, see README.md. */
export default function relu(): {name: string};
