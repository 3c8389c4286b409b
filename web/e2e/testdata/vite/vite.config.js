import relu from 'relu-three-ways/vite';

export default {plugins: [relu()]};
