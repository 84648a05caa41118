import manifest from '../../package.json' with { type: 'json' };

/** What Node is told by `npm start` and `npm run directory`: young garbage is collected in small parts. */
export const flags = (script: 'start' | 'directory') =>
	manifest.scripts[script].split(' ').filter((word) => word.startsWith('--'));
