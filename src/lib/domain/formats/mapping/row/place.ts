import { put } from '#lib/domain/formats/column.ts';
import { readCoordinates, readPair } from '#lib/domain/formats/cells/coordinates.ts';
import { numberOfDate } from '#lib/domain/formats/cells/excel-date.ts';
import { readPlaceCode } from '#lib/domain/formats/cells/place-code.ts';
import { splitStreet } from '#lib/domain/formats/cells/street.ts';
import { readPostalCode } from '#lib/domain/formats/cells/values.ts';
import { prefectureNotAround } from '#lib/domain/map/prefecture-bounds.ts';
import { agree } from '#lib/domain/region/former-municipality.ts';
import { parseAddress, type Municipality } from '#lib/domain/region/municipality.ts';
import type { Cell, Sheet } from './sheet.ts';

type Found = { municipality: Municipality | null; rest: string };

/** Where it is, from all that a row says of it: address, names, codes, coordinates. */
export function readPlace(sheet: Sheet): { prefecture: string | null } {
	const coded = ofCode(sheet, 'municipality_code');
	const publisher = ofCode(sheet, 'publisher_code');
	sheet.publisher = publisher.municipality?.name ?? publisher.prefecture;
	const prefecture =
		prefectureOf(sheet) ?? coded.prefecture ?? publisher.prefecture ?? ofContext(sheet);
	const named = ofName(sheet, prefecture);
	const around = named.municipality ?? coded.municipality ?? publisher.municipality;
	const addressed = ofAddress(sheet, prefecture, around);
	const municipality = addressed.municipality ?? around ?? onlyTown(sheet);
	warnOfTwo(sheet, addressed.municipality, named.municipality ?? coded.municipality);
	put(sheet.draft, 'location.municipality', municipality?.code ?? null);
	putStreet(sheet, [named.rest, addressed.rest].filter(Boolean).join(' '));
	readPostal(sheet);
	const code = municipality?.code ?? (prefecture && `${codeOf(sheet, prefecture)}0000`);
	readPoint(sheet, code);
	return {
		prefecture: prefecture ? codeOf(sheet, prefecture) : (municipality?.prefecture.code ?? null)
	};
}

const codeOf = ({ context }: Sheet, prefecture: string): string =>
	context.gazetteer.prefectures.get(prefecture)?.prefecture.code ?? '';

function nameOf({ context }: Sheet, code: string | null): string | null {
	const all = [...context.gazetteer.prefectures.values()];
	return all.find(({ prefecture }) => prefecture.code === code)?.prefecture.name ?? null;
}

function ofCode(sheet: Sheet, target: string) {
	const [cell] = sheet.of(target);
	if (!cell) return { municipality: null, prefecture: null };
	const read = readPlaceCode(cell.text, sheet.context.gazetteer);
	if (!read) {
		sheet.warn(cell, 'municipality', '全国地方公共団体コードとして読めません。');
		return { municipality: null, prefecture: null };
	}
	if (read.warning) sheet.warn(cell, 'municipality', read.warning);
	const { municipality } = read;
	return {
		municipality,
		prefecture: municipality?.prefecture.name ?? nameOf(sheet, read.prefecture)
	};
}

function prefectureOf(sheet: Sheet): string | null {
	const [cell] = sheet.of('prefecture');
	if (!cell) return null;
	const { prefectures } = sheet.context.gazetteer;
	const text = cell.text.normalize('NFKC').replace(/\s/g, '');
	const found = [...prefectures.keys()].find(
		(name) => name === text || (text.length > 1 && name.slice(0, -1) === text)
	);
	const coded =
		found ?? nameOf(sheet, readPlaceCode(text, sheet.context.gazetteer)?.prefecture ?? null);
	if (!coded) sheet.warn(cell, 'municipality', '都道府県として読めません。');
	return coded;
}

/** Where the list is about, when the rows do not say. */
function ofContext({ context }: Sheet): string | null {
	if (context.titled?.town) return context.titled.town.prefecture.name;
	const codes = (context.around ?? []).flatMap((code) => context.gazetteer.byCode.get(code) ?? []);
	const names = new Set(codes.map(({ prefecture }) => prefecture.name));
	return names.size === 1 ? [...names][0]! : null;
}

function parse(sheet: Sheet, text: string, prefecture: string | null): Found {
	const { gazetteer } = sheet.context;
	const alone = parseAddress(text, gazetteer);
	if (alone.municipality && alone.ambiguous.length === 0) {
		const isElsewhere = prefecture && alone.prefecture?.name !== prefecture;
		const isNamed = alone.prefecture && text.startsWith(alone.prefecture.name);
		if (!isElsewhere || isNamed) return alone;
	}
	const within = prefecture ? parseAddress(prefecture + text, gazetteer) : alone;
	return {
		municipality: within.municipality,
		rest: within.municipality ? within.rest : withoutPrefecture(text, alone)
	};
}

const withoutPrefecture = (
	text: string,
	{ prefecture }: { prefecture: { name: string } | null }
) => (prefecture && text.startsWith(prefecture.name) ? text.slice(prefecture.name.length) : text);

function ofName(sheet: Sheet, prefecture: string | null): Found {
	const cells = sheet.of('municipality');
	if (cells.length === 0) return { municipality: null, rest: '' };
	const text = cells.map((cell) => cell.text).join('');
	const read = readPlaceCode(text, sheet.context.gazetteer);
	if (read?.municipality) return { municipality: read.municipality, rest: '' };
	const found = parse(sheet, text, prefecture);
	if (found.rest && found.municipality) {
		sheet.warn(cells[0]!, 'municipality', `「${found.rest}」は住所の続きとして読みました。`);
	}
	return found;
}

function ofAddress(sheet: Sheet, prefecture: string | null, around: Municipality | null): Found {
	const cells = sheet.of('address');
	const text = joined(cells);
	if (text === '') return { municipality: null, rest: '' };
	const found = parse(sheet, text, prefecture ?? around?.prefecture.name ?? null);
	if (found.municipality) return keepBlanks(text, found);
	if (!around) return found;
	// 「札幌市中央区」 is known and the address begins with 「中央区」 or with the town.
	const ward = /^.+市(.+区)$/.exec(around.name)?.[1];
	const rest = found.rest.trim();
	const start = [around.name, ward].find((name) => name && rest.startsWith(name)) ?? '';
	return { municipality: null, rest: rest.slice(start.length) };
}

/** An address is found without its blanks; they part the building from the number. */
function keepBlanks(text: string, { municipality, rest }: Found): Found {
	let at = text.length;
	let left = rest.length;
	while (at > 0 && left > 0) if (!/\s/u.test(text[--at]!)) left--;
	const kept = text.slice(at).trim();
	return { municipality, rest: kept.replace(/\s/gu, '') === rest ? kept : rest };
}

const postalBefore =
	/^(?:〒?\s*[\d０-９]{3}[-－‐−ー]?[\d０-９]{4}\s+|〒\s*[\d０-９]{3}[-－‐−ー]?[\d０-９]{4}\s*)/u;

const joined = (cells: readonly Cell[]) =>
	cells
		.map(({ text }) => text.replace(/\n+/g, ' ').replace(postalBefore, ''))
		.filter(
			(text, place, all) =>
				!all.some(
					(other, at) => at !== place && other.includes(text) && (other !== text || at < place)
				)
		)
		.join(' ');

function putStreet(sheet: Sheet, rest: string): void {
	const own = ['town', 'street', 'building'] as const;
	const split = splitStreet(rest);
	// Of 「新庄1丁目」 in the whole address and in its own column, one is enough; a quarter
	// (「東部」) beside a whole address is no part of it.
	const isQuarter = split.town !== null && split.street !== null && sheet.of('street').length === 0;
	const isParted =
		!isQuarter && (['town', 'street'] as const).some((one) => sheet.of(one).length > 0);
	if (isQuarter) {
		for (const cell of sheet.of('town'))
			if (!rest.includes(cell.text)) sheet.say('description', cell);
	}
	for (const part of own) {
		const said = sheet.text(part, '').replace(/\n+/g, ' ');
		const value = part === 'building' || isParted ? said || null : null;
		put(
			sheet.draft,
			`location.${part}`,
			value ?? (part !== 'building' && isParted ? null : split[part])
		);
	}
	const [number] = sheet.of('street');
	const meant = number && numberOfDate(number.text);
	if (meant) {
		sheet.warn(number, 'value', `番地が日付になっているようです（${meant} ではありませんか）。`);
	}
	const location = sheet.draft['location'] as { town: string | null; street: string | null };
	sheet.draft['precision'] ??= location.street ? 'exact' : location.town ? 'town' : 'municipality';
}

function readPostal(sheet: Sheet): void {
	const inAddress = sheet.of('address').flatMap(({ from, text }) => {
		const found = /〒\s*(\d{3}-?\d{4})|^(\d{3}-\d{4})\s/u.exec(text.normalize('NFKC'));
		return found ? [{ from, text: found[1] ?? found[2]! }] : [];
	});
	const [cell] = [...sheet.of('postal_code'), ...inAddress];
	if (!cell) return;
	const read = readPostalCode(cell.text);
	if ('value' in read && /^\d{3}-?\d{4}$/.test(read.value)) {
		put(sheet.draft, 'location.postalCode', read.value.replace(/^(\d{3})-?/, '$1-'));
	} else sheet.keep(cell, 'number', 'issue' in read ? read.issue : '郵便番号は7桁です。');
}

function readPoint(sheet: Sheet, municipality: string | null): void {
	const [both] = sheet.of('point');
	const [lat, lng] = [sheet.of('latitude')[0], sheet.of('longitude')[0]];
	const pair = both ? readPair(both.text) : lat && lng ? ([lat.text, lng.text] as const) : null;
	const cell = both ?? lat ?? lng;
	if (!cell) return;
	const shown = { from: cell.from, text: pair ? pair.join(', ') : cell.text };
	if (!pair) {
		sheet.warn(shown, 'coordinates', '緯度と経度がそろっていないので、空にしました。');
		return;
	}
	const read = readCoordinates(...(pair as [string, string]));
	if ('issue' in read) {
		sheet.warn(shown, 'coordinates', read.issue);
		return;
	}
	const outside = municipality && prefectureNotAround(municipality, read.point);
	if (outside) {
		sheet.warn(shown, 'coordinates', `緯度・経度が${outside}の外なので、空にしました。`);
		return;
	}
	if (read.warning) sheet.warn(shown, 'coordinates', read.warning);
	put(sheet.draft, 'location.latitude', read.point.latitude);
	put(sheet.draft, 'location.longitude', read.point.longitude);
}

function warnOfTwo(sheet: Sheet, one: Municipality | null, other: Municipality | null): void {
	const [cell] = sheet.of('address');
	if (!cell || !one || !other || agree(one, other)) return;
	sheet.warn(
		cell,
		'municipality',
		`住所は${one.name}ですが、市区町村は${other.name}です。住所のほうを使いました。`
	);
}

/** The one town that the file is about, for an address that names none. */
function onlyTown(sheet: Sheet): Municipality | null {
	const { around = [], gazetteer, titled } = sheet.context;
	const parts = [...sheet.of('address'), ...sheet.of('municipality'), ...sheet.of('street')];
	const [cell] = titled?.town ? [...parts, ...sheet.of('name')] : parts;
	if (!cell) return null;
	if (titled?.town) {
		const message = `市区町村が書かれていないので、一覧の題などにある「${titled.town.name}」としました。`;
		sheet.warn(cell, 'municipality', message);
		return titled.town;
	}
	const only = around.length === 1 ? gazetteer.byCode.get(around[0]!) : undefined;
	const message = only
		? `市区町村が書かれていないので、「${only.name}」としました。`
		: '市区町村が見つかりません。未確認にしました。';
	sheet.warn(cell, 'municipality', message);
	return only ?? null;
}
