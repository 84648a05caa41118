import path from 'node:path';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
	plugins: [sveltekit()],
	resolve: {
		// The same code in parts, of which the build leaves out what the map does not use.
		alias: [{ find: /^leaflet$/, replacement: path.resolve('src/lib/ui/map/leaflet.js') }]
	},
	build: {
		// Inlined assets become data: addresses, which the content security policy refuses.
		assetsInlineLimit: 0
	}
});
