import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
	plugins: [sveltekit()],
	build: {
		// Inlined assets become data: addresses, which the content security policy refuses.
		assetsInlineLimit: 0
	}
});
