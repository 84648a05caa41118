import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import {
	chromium,
	type Browser,
	type BrowserContext,
	type BrowserContextOptions,
	type Page,
	type Request
} from 'playwright-core';
import { expect, vi } from 'vitest';
import { root } from '../../src/cli/build.ts';

const flags = [
	// Inside a container, and for root, Chromium's own sandbox cannot be set up.
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	// Of two such lists the last one counts: Playwright's own, and what would start processes beside every
	// page that nobody sees, which is half of what a page costs.
	`--disable-features=${[
		'AvoidUnnecessaryBeforeUnloadCheckSync',
		'DestroyProfileOnBrowserClose',
		'HttpsUpgrades',
		'HttpsFirstBalancedModeAutoEnable',
		'LensOverlay',
		'MediaRouter',
		'PaintHolding',
		'ThirdPartyStoragePartitioning',
		'AvoidCorsURLLoaderRestartOnRedirect',
		'OptimizationHints',
		'NetworkTimeServiceQuerying',
		'AimEnabled',
		'PreconnectToSearch',
		...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'],
		'SpareRendererForSitePerProcess'
	].join()}`
];

const debian = '/usr/bin/chromium';
const usual = [
	debian,
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome-stable',
	'/usr/bin/google-chrome',
	'/opt/google/chrome/chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
];

const inTests = process.env['VITEST'] !== undefined;
// The same engine without a window costs two thirds of the processor. A benchmark measures what people have.
if (inTests) usual.unshift('/usr/bin/chromium-headless-shell');

const advice =
	'試験に使う Chromium が見つからず、入れることもできませんでした。Chromium か Chrome を入れて(Debian と Ubuntu では apt-get install chromium fonts-noto-cjk)、CHROMIUM_PATH にその場所を書いてください。';

let shared: Promise<Browser> | undefined;

/** In tests the one browser of the worker: `close` ends what is open in it, and the worker's end the browser. With flags of its own: another. */
export function launch(...more: string[]): Promise<Browser> {
	if (!inTests || more.length > 0) return start(more);
	return (shared ??= start().then(keepRunning));
}

/** Ends a context. A browser that does not answer is left to itself: `launch` gives another one from then on. */
export async function end(context: BrowserContext): Promise<void> {
	const silence = wait(20_000, 'silent', { ref: false });
	const outcome = await Promise.race([context.close(), silence]);
	if (outcome === 'silent') shared = undefined;
}

const start = async (more: string[] = []) =>
	chromium.launch({ executablePath: await find(), args: [...flags, ...more] });

const keepRunning = (browser: Browser): Browser =>
	Object.assign(browser, {
		close: async () => {
			await Promise.all(browser.contexts().map((context) => context.close()));
		}
	});

async function find(): Promise<string> {
	const chosen = process.env.CHROMIUM_PATH;
	if (chosen) {
		if (existsSync(chosen)) return chosen;
		throw new Error(`CHROMIUM_PATH の「${chosen}」には何もありません。`);
	}
	return usual.find((file) => existsSync(file)) ?? installDebian() ?? (await installPackage());
}

function installDebian(): string | undefined {
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined;
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const apt = (...words: string[]) => spawnSync('apt-get', words, { env, stdio: 'ignore' });
	apt('update');
	apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
	return existsSync(debian) ? debian : undefined;
}

/** The one from npm, kept apart from the project's own packages. */
async function installPackage(): Promise<string> {
	const folder = path.join(root, 'node_modules/.cache/chromium');
	const entry = path.join(folder, 'node_modules/@sparticuz/chromium/build/index.js');
	if (!existsSync(entry)) {
		mkdirSync(folder, { recursive: true });
		const words = ['install', '--no-save', '--ignore-scripts', '--prefix', folder];
		spawnSync('npm', [...words, '@sparticuz/chromium'], { cwd: folder, stdio: 'ignore' });
	}
	if (!existsSync(entry)) throw new Error(advice);
	const { default: packaged } = (await import(pathToFileURL(entry).href)) as {
		default: { executablePath(): Promise<string> };
	};
	return packaged.executablePath();
}

export type QuietPage = Page & {
	/** Fails when the page complained, threw, or asked any other host for anything. */
	assertQuiet(): void;
};

export type PageOptions = BrowserContextOptions & {
	/** Messages that are meant to come. */ expected?: RegExp;
};

/** A page in a context of its own that remembers complaints and requests to foreign hosts. */
export async function newPage(browser: Browser, options: PageOptions = {}): Promise<QuietPage> {
	const { expected, ...context } = options;
	const own = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo', ...context });
	// A busy machine takes its time.
	own.setDefaultTimeout(120_000);
	watch(own, context.javaScriptEnabled !== false);
	const page = await own.newPage();
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') {
			complaints.push(`${message.text()} (${message.location().url})`);
		}
	});
	page.on('pageerror', (error) => complaints.push(`${error.name}: ${error.message}`));
	page.on('request', (request) => {
		const { protocol, hostname } = new URL(request.url());
		const isOwn = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
		if (protocol !== 'data:' && protocol !== 'blob:' && !isOwn) {
			complaints.push(`A request to ${hostname}`);
		}
	});
	return Object.assign(page, {
		assertQuiet() {
			const unexpected = complaints.filter((complaint) => !expected?.test(complaint));
			expect(unexpected, unexpected.join('\n')).toEqual([]);
		}
	});
}

type Asked = { hasScripts: boolean; open: Set<Request>; count: number };
/** What a context has asked for. */
const asked = new WeakMap<BrowserContext, Asked>();

function watch(context: BrowserContext, hasScripts: boolean) {
	const known: Asked = { hasScripts, open: new Set(), count: 0 };
	const end = (request: Request) => known.open.delete(request);
	context.on('request', (request) => {
		known.open.add(request);
		known.count++;
	});
	context.on('requestfinished', end);
	context.on('requestfailed', end);
	asked.set(context, known);
}

/** Known from how it was opened: a page that is just being left answers nothing. */
export const hasScripts = (page: Page): boolean => asked.get(page.context())!.hasScripts;

/** The scripts of the page are at work: kit's announcer comes with them. Where there are none, at once. */
export async function alive(page: Page): Promise<void> {
	if (hasScripts(page)) await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
}

/**
 * Everything the page asks for by itself has come and was worked off: its later parts are there, and
 * what is not asked for by now is not asked for. Playwright's `networkidle` is remembered from the
 * first load of a document on, and takes half a second. Of a page that goes on to another one, that one.
 */
export async function settled(page: Page): Promise<void> {
	if (!hasScripts(page)) return;
	const known = asked.get(page.context())!;
	let before: number;
	do {
		await alive(page);
		await vi.waitFor(() => expect([...known.open].map((one) => one.url())).toEqual([]), {
			timeout: 60_000,
			interval: 10
		});
		before = known.count;
	} while (!(await isIdle(page)) || known.count !== before || known.open.size > 0);
}

/** After all else that there is to do, which no clock of a test holds up; false when the page was left meanwhile. */
async function isIdle(page: Page): Promise<boolean> {
	try {
		await page.evaluate(() => scheduler.postTask(() => undefined, { priority: 'background' }));
		return true;
	} catch (error) {
		if (!String(error).includes('Execution context was destroyed')) throw error;
		return false;
	}
}

/** Opens an address and waits until the page is whole, as somebody does who reads before pressing anything. */
export async function goTo(page: Page, address: string): Promise<void> {
	await page.goto(address);
	await settled(page);
}

export async function reload(page: Page): Promise<void> {
	await page.reload();
	await settled(page);
}
