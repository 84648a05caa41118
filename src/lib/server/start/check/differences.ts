import { wordFields } from '#lib/domain/edition/words.ts';
import { label } from '#lib/domain/labels/vocabulary.ts';
import type { Database } from '#lib/server/database/client.ts';
import type { Printed, PrintedPicture, Recorded } from '#lib/server/editions/print.ts';
import { names } from '#lib/server/regions/names.ts';
import { prepareName } from './names.ts';

const titles: Record<string, string> = {
	...Object.fromEntries(Object.entries(wordFields).map(([field, { title }]) => [field, title])),
	colour: '色'
};

/** What somebody has changed in a frozen edition, place by place, in words. */
export function differences(db: Database, then: Recorded, now: Recorded): string[] {
	const nameOf = prepareName(db);
	const { vocabularies } = names(db);
	const wayOf: WayOf = ({ method }) =>
		method === null ? 'なし' : label(vocabularies, 'method', method);
	const fields = Object.keys({ ...then.words, ...now.words }) as (keyof Recorded['words'])[];
	const words = fields
		.filter((field) => (then.words[field] ?? null) !== (now.words[field] ?? null))
		.map((field) => `${titles[field]}が書き換えられています`);
	const before = new Map(then.entries.map((entry) => [entry.resource_id, entry]));
	const after = new Map(now.entries.map((entry) => [entry.resource_id, entry]));
	const lost = then.entries
		.filter(({ resource_id }) => !after.has(resource_id))
		.map((entry) => `${called(entry, nameOf)}が消されています`);
	const others = now.entries.flatMap((entry) => {
		const old = before.get(entry.resource_id);
		if (!old) return [`${called(entry, nameOf)}が書き足されています`];
		return changes(old, entry, wayOf).map((change) => `${called(old, nameOf)}の${change}`);
	});
	return [...words, ...lost, ...others, ...ofPictures(then.pictures, now.pictures, nameOf)];
}

function ofPictures(
	then: PrintedPicture[],
	now: PrintedPicture[],
	nameOf: (id: string) => string
): string[] {
	const called = (id: string | null) => (id === null ? '表紙の絵' : `${nameOf(id)}の写真`);
	const before = new Map(then.map((picture) => [picture.resource_id, picture]));
	const after = new Map(now.map((picture) => [picture.resource_id, picture]));
	return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
		const [old, is] = [before.get(id), after.get(id)];
		if (!old) return [`${called(id)}が書き足されています`];
		if (!is) return [`${called(id)}が消されています`];
		if (old.sha256 !== is.sha256) return [`${called(id)}が別のものに変えられています`];
		return old.alt === is.alt ? [] : [`${called(id)}の説明が変えられています`];
	});
}

const called = ({ number, resource_id }: Printed, nameOf: (id: string) => string) =>
	`${number}番${nameOf(resource_id)}`;

type WayOf = (entry: Printed) => string;

function changes(old: Printed, now: Printed, wayOf: WayOf): string[] {
	const found: string[] = [];
	const say = (isOther: boolean, change: string) => void (isOther && found.push(change));
	say(old.number !== now.number, `番号が${now.number}番に変えられています`);
	say(old.content_hash !== now.content_hash, '改訂が、別の内容のものに変えられています');
	say(
		old.verified_on !== now.verified_on,
		`確認した日が ${old.verified_on ?? 'なし'} から ${now.verified_on ?? 'なし'} に変えられています`
	);
	say(
		old.method !== now.method,
		`確認の方法が ${wayOf(old)} から ${wayOf(now)} に変えられています`
	);
	say(old.chapter !== now.chapter, '章が変えられています');
	say(old.state !== now.state, '区別（新規・継続など）が変えられています');
	return found;
}
