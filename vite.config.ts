import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [reactRouter()],
  css: {
    preprocessorOptions: {
      scss: {
        quietDeps: true,
        loadPaths: ['.'],
        silenceDeprecations: ['import', 'global-builtin', 'if-function'],
      },
    },
  },
  build: { target: 'es2023', assetsInlineLimit: 0 },
  environments: {
    ssr: { build: { rollupOptions: { input: './src/web/server.ts' } } },
  },
});
