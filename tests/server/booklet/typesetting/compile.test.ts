import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
	compile,
	templatesFolder,
	TypesettingError
} from '#lib/server/booklet/typesetting/compile.ts';

const printing = { isMonochrome: false, hasMarks: false, watermark: null };

/** A folder of templates with one more of this text. */
function withTemplate(text: string): string {
	const folder = mkdtempSync(join(tmpdir(), 'templates-'));
	cpSync(templatesFolder(), folder, { recursive: true });
	writeFileSync(join(folder, 'one.typ'), `#import "lib.typ": *\n#show: setting\n${text}`);
	return folder;
}

const made = (text: string, data: unknown = {}, watching = {}) =>
	compile({ template: 'one', data, printing, folder: withTemplate(text) }, watching);

const titled = '#set document(title: "見本")\n#let given = json("given/data.json")\n';

describe('compile', () => {
	it('makes a PDF in a process of its own, with what the template tells of its pages', async () => {
		const stages: string[] = [];
		const { pdf, pages, labels } = await made(
			`${titled}= 一\n#pagebreak()\n#tell((kind: "entry", number: 3))`,
			{},
			{ onProgress: (stage: string) => stages.push(stage) }
		);
		expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-');
		expect(pages).toBe(2);
		expect(labels).toEqual([{ kind: 'entry', number: 3, page: 2 }]);
		expect(stages).toEqual(['wait', 'typeset', 'write']);
	});

	it('says in a sentence that a template cannot be set, with what the compiler said apart', async () => {
		const failed = await failureOf(made('#panic("secret/path")'));
		expect(failed.message).toMatch(/^ひな型のとおりに組めませんでした。[^/]*$/);
		expect(failed.diagnostics[0]!.message).toContain('secret/path');
	});

	it('refuses a picture without words for those who do not see it', async () => {
		const text = `${titled}#image(bytes("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>"), format: "svg")`;
		expect((await failureOf(made(text))).diagnostics[0]!.message).toContain('alt text');
	});

	it('reads nothing outside the folder of templates', async () => {
		const upwards = await failureOf(made('#read("../../../../etc/passwd")'));
		expect(upwards.diagnostics[0]!.message).toContain('access denied');
		const absolute = await failureOf(made('#read("/etc/passwd")'));
		expect(absolute.diagnostics[0]!.message).toContain('not found');
	});

	it('stops at once when it is cancelled, though the compiler never looks up', async () => {
		const { signal, stop } = stopper();
		const endless = made(
			`${titled}#let n = 0\n#for a in range(100000) { for b in range(100000) { n = n + 1 } }`,
			{},
			{ signal, onProgress: (stage: string) => stage === 'typeset' && stop() }
		);
		await expect(endless).rejects.toMatchObject({ message: 'やめました。', isCancelled: true });
	});

	it('goes on with the next after one was cancelled', async () => {
		const { signal, stop } = stopper();
		stop();
		await expect(made(titled, {}, { signal })).rejects.toMatchObject({ isCancelled: true });
		expect((await made(`${titled}= 一`)).pages).toBe(1);
	});

	it('ends a work that takes more memory or time than it may', async () => {
		const endless = `${titled}#let n = 0\n#for a in range(100000) { for b in range(100000) { n = n + 1 } }`;
		const short = { megabytes: 500, seconds: 1 };
		await expect(made(endless, {}, { limits: short })).rejects.toThrow(/^1秒では組みきれません/);
		const small = { megabytes: 20, seconds: 60 };
		const runs = process.platform === 'linux' ? made(endless, {}, { limits: small }) : null;
		if (runs) await expect(runs).rejects.toThrow(/メモリー（20 MB）では組みきれません/);
	});
});

async function failureOf(run: Promise<unknown>): Promise<TypesettingError> {
	const error = await run.then(
		() => null,
		(error: unknown) => error
	);
	expect(error).toBeInstanceOf(TypesettingError);
	return error as TypesettingError;
}

function stopper() {
	const control = new AbortController();
	return { signal: control.signal, stop: () => control.abort() };
}
