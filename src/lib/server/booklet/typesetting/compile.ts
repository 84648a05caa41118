import { createRequire } from 'node:module';
import type { Printing } from '#lib/domain/booklet/layout.ts';
import { shipped } from '#lib/server/database/migrations.ts';
import { runApart, type Watching } from './child.ts';
import type { Compiled } from './messages.ts';

export type { Compiled, Stage } from './messages.ts';
export { TypesettingError, type Watching } from './child.ts';

export type Compiling = {
	/** `booklet` is `data/booklet/booklet.typ`. */
	template: string;
	/**
	 * `given/data.json` of the template: plain JSON, printed as text and never evaluated. A picture (`type`, `bytes`
	 * in base64, `alt`) becomes a file `given/PATH` (`path`, `alt`).
	 */
	data: unknown;
	printing: Printing;
	/** Whether the `booklet` of the data gets kana over every word (`withReadings`). */
	hasReadings?: boolean;
	/** Texts of QR codes: `given/codes.json` has them by text. */
	codes?: string[];
	/** `given/NAME`: what else a template reads. */
	files?: Record<string, Uint8Array>;
	/** False where no tags can be kept. */
	isAccessible?: boolean;
	/** What the PDF gives as its day, `YYYY-MM-DD`: never the clock. */
	date?: string | null;
	/** Of templates; the product's own. */
	folder?: string;
};

/** Beside the migrations, in the source and in a build. */
export const templatesFolder = (): string => shipped('data', 'booklet');

const fonts = [
	'400Regular/BIZUDPGothic_400Regular.ttf',
	'700Bold/BIZUDPGothic_700Bold.ttf'
] as const;

export function fontFiles(): string[] {
	const { resolve } = createRequire(import.meta.url);
	return fonts.map((file) => resolve(`@expo-google-fonts/biz-udpgothic/${file}`));
}

/**
 * A template with data as a PDF, in a process of its own. The same arguments give the same bytes, on every
 * machine and in every time zone.
 */
export function compile(compiling: Compiling, watching: Watching = {}): Promise<Compiled> {
	const { template, data, printing, files = {}, codes = [] } = compiling;
	const {
		isAccessible = true,
		hasReadings = false,
		date = null,
		folder = templatesFolder()
	} = compiling;
	const task = {
		folder,
		template: `${template}.typ`,
		fonts: fontFiles(),
		data: JSON.stringify(data),
		hasReadings,
		printing,
		codes,
		files,
		isAccessible,
		timestamp: date === null ? 0 : Date.parse(`${date}T00:00:00Z`) / 1000
	};
	return runApart(task, watching);
}
