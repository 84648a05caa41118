import { draw } from '#lib/domain/map/drawing.ts';
import type { Bounds, Point } from '#lib/domain/map/bounds.ts';
import type { Ground, Size } from '#lib/domain/map/land.ts';
import type { Moment } from '#lib/domain/calendar/calendar.ts';
import { mapView } from '#lib/domain/listing/map-view.ts';
import { profileOf } from '#lib/domain/reader/profile/profile.ts';
import { qrOf } from '#lib/domain/reader/profile/qr.ts';
import { shortAddressOf } from '#lib/domain/reader/profile/short-address.ts';
import type { PublicResource } from '#lib/domain/reader/profile/public-resource.ts';
import {
	agesWords,
	nextWords,
	rowOf,
	symbolOf,
	type Names,
	type Row
} from '#lib/domain/listing/row.ts';
import { purposeOf } from '#lib/domain/reader/profile/purpose.ts';
import { plainOf, withKana } from '#lib/domain/reader/profile/ruby.ts';
import type { VocabularyName } from '#lib/domain/labels/vocabulary.ts';
import { waysOf } from '#lib/domain/reader/profile/ways.ts';
import { briefOf } from './brief.ts';
import type { LetterSize } from './letter-size.ts';
import { personTexts, type PersonTexts } from './person-texts.ts';
import { openingOf, speakerOf } from './opening.ts';
import { occurrenceDateWords } from '#lib/domain/schedule/occurrences.ts';
import { questionsOf } from './questions.ts';
import { supporterSizeOf } from './supporter-size.ts';
import type { Alternative, Handout, Said } from './contents.ts';

export function alternativeOf(
	{ row, content }: Pick<PublicResource, 'row' | 'content'>,
	now: Moment
): Alternative {
	const [way] = waysOf(content);
	return {
		name: row.name,
		about: [row.category, row.place, row.who].filter(Boolean).join('・'),
		next: nextWords(content, now, 1, occurrenceDateWords)[0] ?? null,
		way: way ? { title: way.title, words: way.words } : null
	};
}

export type HandoutSource = Pick<PublicResource, 'id' | 'content' | 'verification'> & {
	region: { slug: string; name: string; fictional: boolean };
};

export type HandoutMeans = {
	names: Names;
	/** In Japan. */
	now: Moment;
	/** Of this service: `https://example.jp`. */
	origin: string;
	/** By code, for the map. */
	towns: ReadonlyMap<string, Point & { name: string }>;
	alternatives: Alternative[];
};

const dates = 3;
const fewEases = 6;

/** In fewer words where all of them have no room on two pages. */
export function handoutOf(source: HandoutSource, means: HandoutMeans): Handout {
	const whole = make(source, means);
	if (whole.texts.size && whole.supporterSize) return sized(whole);
	return sized(make({ ...source, content: briefOf(source.content) }, means));
}

/** With what lies under its sketch. */
export function onGround(
	handout: Handout,
	groundOf: (bounds: Bounds, size: Size) => Ground
): Handout {
	const { sketch } = handout;
	if (!sketch) return handout;
	const ground = groundOf(sketch.bounds, sketch);
	return { ...handout, sketch: { ...sketch, ground }, credit: ground.credit };
}

const smallest = 8;

type Made = Omit<Handout, 'texts' | 'supporterSize'> & {
	texts: PersonTexts;
	supporterSize: LetterSize | null;
};

const sized = ({ texts, supporterSize, ...made }: Made): Handout => ({
	...made,
	texts: { ...texts, size: texts.size ?? smallest },
	supporterSize: supporterSize ?? smallest
});

function make(source: HandoutSource, means: HandoutMeans): Made {
	const { id, content, verification, region } = source;
	const { names, now, origin, alternatives } = means;
	const today = now.on;
	const { vocabularies } = names;
	const said = (name: VocabularyName, code: string): Said => {
		const term = vocabularies[name].get(code);
		return { label: withKana(term?.label ?? code, term?.kana ?? null), plain: term?.plain ?? code };
	};
	const ways = waysOf(content);
	const speaker = speakerOf(content);
	const purpose = purposeOf(content, vocabularies);
	const profile = profileOf(source, names, today);
	const who = { speaker, purpose, isOnline: content.place.precision === 'online' };
	const opening = openingOf(ways, who);
	const isTaking = content.intake === null || content.intake === 'open';
	const isOpen = content.operation === 'open';
	const notices = [
		...profile.notices,
		isOpen && !isTaking ? profile.intake : null,
		profile.alert
	].filter((one) => one !== null);
	const row = rowOf(id, content, verification, names);
	const sketch = sketchOf(source, row, means);
	const when = content.schedules.map(({ text }) => text);
	const next = nextWords(content, now, dates, occurrenceDateWords);
	const eases = [...vocabularies.ease.values()]
		.filter(({ code }) => content.eases[code] === 'yes')
		.slice(0, fewEases)
		.map(({ code }) => said('ease', code).label);
	const questions = {
		supporter: questionsOf({ content, verification, purpose }, today, 'supporter'),
		person: questionsOf({ content, verification, purpose }, today, 'person')
	};
	const address = `${origin}/resources/${id}`;
	return {
		id,
		title: content.name,
		name: withKana(content.name, content.kana),
		kana: content.kana,
		plainName: content.plainName,
		organization:
			content.organization && withKana(content.organization.name, content.organization.kana),
		region: { slug: region.slug, name: region.name },
		isSample: region.fictional,
		address,
		short: shortAddressOf(origin, id),
		qr: qrOf(address),
		categories: content.categories.map((code) => ({
			...said('category', code),
			symbol: symbolOf(code, vocabularies)
		})),
		audiences: content.audiences.map((code) => said('audience', code)),
		ages: agesWords(content),
		eases,
		fee:
			content.fee || content.feeNote
				? { label: content.fee ? said('fee', content.fee).label : [], note: content.feeNote }
				: null,
		when,
		next,
		place: row.place,
		texts: personTexts(content, profile, {
			notices,
			who: row.who ?? '',
			when: [...when, ...(next.length > 0 ? [`これからの日：${next.join('、')}`] : [])],
			fee: profile.fee ?? '',
			eases: eases.map(plainOf).join('　'),
			opening: opening.words,
			hasMap: sketch !== null
		}),
		sketch,
		credit: null,
		profile,
		notices,
		speaker,
		purpose,
		opening,
		pocket: who.isOnline ? opening : openingOf([], who),
		anonymous: content.eases['anonymous'] === 'yes',
		referral: content.referral,
		questions,
		alternatives,
		supporterSize: supporterSizeOf({
			title: content.name,
			by: content.organization?.name ?? '',
			profile,
			referral: content.referral,
			questions,
			alternatives
		})
	};
}

const paper = { width: 340, height: 240 };
/** Degrees: so wide that a coast or a border is seen, by which one knows where it is. */
const shown = 0.08;

function sketchOf({ content }: HandoutSource, row: Row, { towns }: HandoutMeans) {
	const { latitude, longitude, municipality } = content.place;
	const point = latitude === null || longitude === null ? null : { latitude, longitude };
	const { spots, areas } = mapView([{ row, point, municipality }], 1, towns, []);
	if (spots.length + areas.length === 0) return null;
	return draw({ spots, areas }, { ...paper, least: shown, towns: [...towns.values()] });
}
