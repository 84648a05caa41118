import adapter from '@sveltejs/adapter-node';
import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** The same program has the same name, and so the same bytes, whoever builds it and whenever. */
function fingerprint() {
	const hash = createHash('sha256');
	for (const file of globSync(['src/**', 'static/**', 'package-lock.json']).sort()) {
		if (statSync(file).isFile()) hash.update(file).update(readFileSync(file));
	}
	return hash.digest('hex').slice(0, 12);
}

/** The script of the page's frame: kit gives the hashes of its own ones alone. */
const [, frameScript] = /<script>([^]*?)<\/script>/.exec(readFileSync('src/app.html', 'utf8'));
const frameHash = createHash('sha256').update(frameScript).digest('base64');

/** Scoped styles, each named by its component's place among all: the name stands on every element. */
const components = globSync('src/**/*.svelte')
	.map((file) => path.resolve(file))
	.sort();
/** @param {{ filename: string, hash: (text: string) => string }} component */
function cssHash({ filename, hash }) {
	const at = components.indexOf(path.resolve(filename));
	return at < 0 ? `_${hash(filename)}` : `_${at.toString(36)}`;
}

/** @type {import('@sveltejs/kit').Config} */
const config = {
	compilerOptions: { runes: true, cssHash },
	kit: {
		adapter: adapter(),
		// A reader's phone does not carry the list of all pages, most of which are the editors'.
		router: { resolution: 'server' },
		// src/hooks.server.ts checks every unsafe method, not forms alone, and answers with a page.
		csrf: { trustedOrigins: ['*'] },
		csp: {
			// Hashes, not nonces: a nonce would change the bytes, and so the ETag, of every page.
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', `sha256-${frameHash}`],
				'style-src': ['self'],
				// The one style attribute there is: kit's announcer of pages for screen readers.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'img-src': ['self'],
				'font-src': ['self'],
				'connect-src': ['self'],
				'manifest-src': ['self'],
				'worker-src': ['self'],
				'form-action': ['self'],
				'base-uri': ['none'],
				'frame-ancestors': ['none']
			}
		},
		// One page stands in for others where there is no line: its parts are the same from everywhere.
		paths: { relative: false },
		// Only for who wants a region kept: ui/reader/offline/regions.ts.
		serviceWorker: { register: false },
		version: { name: fingerprint(), pollInterval: 0 }
	}
};

export default config;
