import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Completes package-lock.json: a registry that mirrors only some platforms leaves the others' builds
 * out of it, and then `npm ci` refuses it and `npm install` on such a platform does without them.
 */

type Package = {
	version?: string;
	dev?: boolean;
	optional?: boolean;
	cpu?: string[];
	os?: string[];
	libc?: string[];
	optionalDependencies?: Record<string, string>;
};

export type Lockfile = { packages: Record<string, Package> };

/** Optional packages that something asks for and the lockfile does not have, by their place in it. */
export function missing({ packages }: Lockfile): Record<string, Package> {
	const found: Record<string, Package> = {};
	for (const [place, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
		for (const [name, range] of Object.entries(optionalDependencies)) {
			if (folders(place).some((folder) => packages[`${folder}node_modules/${name}`])) continue;
			if (!/^\d+\.\d+\.\d+$/.test(range)) {
				throw new Error(`${name}@${range} is not in the lockfile, and its version is open.`);
			}
			found[`node_modules/${name}`] = {
				version: range,
				...platform(name),
				...(dev ? { dev } : {}),
				optional: true
			};
		}
	}
	return found;
}

/** Where npm looks for a package that the one at `place` needs: beside it, then further up. */
function folders(place: string): string[] {
	const parts = place.split(/\/(?=node_modules\/)/);
	return parts.map((_, at) => parts.slice(0, parts.length - at).join('/') + '/').concat('');
}

/** `@rollup/rollup-linux-x64-musl` → linux, x64, musl. */
function platform(name: string): Pick<Package, 'cpu' | 'os' | 'libc'> {
	const words = name.split('-');
	const at = words.findLastIndex((word) => word in operatingSystems);
	const [os, cpu, abi] = words.slice(at);
	if (at < 0 || !cpu) throw new Error(`${name} does not say its platform.`);
	return {
		cpu: [cpu],
		os: [operatingSystems[os!]!],
		...(os === 'linux' && cpu !== 'arm' && abi
			? { libc: [abi.startsWith('musl') ? 'musl' : 'glibc'] }
			: {})
	};
}

const operatingSystems: Record<string, string> = {
	aix: 'aix',
	android: 'android',
	darwin: 'darwin',
	freebsd: 'freebsd',
	linux: 'linux',
	netbsd: 'netbsd',
	openbsd: 'openbsd',
	openharmony: 'openharmony',
	sunos: 'sunos',
	win32: 'win32'
};

if (import.meta.main) {
	const lockfile = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lockfile;
	const added = missing(lockfile);
	// In npm's order, so that npm itself changes nothing about it.
	lockfile.packages = Object.fromEntries(
		Object.entries({ ...lockfile.packages, ...added }).sort(([a], [b]) => a.localeCompare(b, 'en'))
	);
	writeFileSync('package-lock.json', JSON.stringify(lockfile, null, '\t') + '\n');
	console.log(`${Object.keys(added).length} added`);
}
