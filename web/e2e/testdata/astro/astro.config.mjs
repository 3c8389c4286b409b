import {defineConfig} from 'astro/config';
import relu from 'relu-three-ways/vite';

export default defineConfig({base: '/blog', vite: {plugins: [relu()]}});
