import type { Content } from '#lib/domain/resource/content.ts';
import { parseContent } from '#lib/domain/resource/parsing.ts';
import { publicContent, type PublicContent } from '#lib/domain/resource/publication.ts';
import { kinds, type Kind } from './kinds.ts';
import { branchOf, nameOf, organizationOf } from './names.ts';
import { dice as diceOf, type Dice } from './random.ts';
import { sentencesOf } from './sentences.ts';
import { townOf, type Town } from './towns.ts';
import type { Word } from './words.ts';

export type SearchPlace = { name: string; kana: string };

/** What a search knows of one resource. */
export type Searched = {
	/** Of the resource. */
	id: string;
	content: PublicContent;
	/** Its municipality in words; null when that is withheld or not known. */
	place: SearchPlace | null;
};

const audiences = ['person', 'experienced', 'family', 'supporter', 'anyone'];
const eases = ['no-booking', 'visit-first', 'come-and-go', 'no-talking', 'anonymous', 'no-phone'];
const shares = kinds.flatMap((kind) => Array<Kind>(kind.share / 10).fill(kind));

/** The first of 100,000 are the 10,000 of the same seed. */
export function generate(count: number, seed: number): Searched[] {
	const dice = diceOf(seed);
	const taken = new Set<string>();
	const organizations: Word[] = [];
	return Array.from({ length: count }, (_, number) => {
		const kind = dice.one(shares);
		const town = townOf(dice);
		const name = newName(dice, kind, town, taken);
		if (organizations.length === 0 || dice.percent(45)) organizations.push(organizationOf(dice));
		// A few of the latest, so that one organization has several places.
		const organization =
			organizations[Math.max(0, organizations.length - 1 - dice.below(40))] ?? organizations[0]!;
		const content = contentOf(dice, kind, town, name, organization);
		const shown = publicContent(content);
		return {
			id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
			content: shown,
			place: shown.place.municipality ? { name: town.name, kana: town.kana } : null
		};
	});
}

function newName(dice: Dice, kind: Kind, town: Town, taken: Set<string>): Word {
	let name = nameOf(dice, kind, town);
	for (let tries = 0; tries < 3 && taken.has(name.text); tries++) name = nameOf(dice, kind, town);
	if (taken.has(name.text)) name = branchOf(dice, name, town);
	taken.add(name.text);
	return name;
}

const blank = blankContent();

function contentOf(dice: Dice, kind: Kind, town: Town, name: Word, org: Word): Content {
	const { summary, description, general } = sentencesOf(kind.category);
	const inTown = (text: string) => text.replaceAll('〇', town.name);
	const ofTown = name.text.startsWith(town.name);
	const sentences = [...dice.some(description, 1 + dice.below(3)), ...dice.some(general, 2)];
	return {
		...blank,
		name: name.text,
		kana: name.kana,
		organization: {
			name: ofTown ? town.name : org.text,
			kana: ofTown ? town.kana : org.kana,
			corporateNumber: null,
			url: null
		},
		categories: [kind.category],
		needs: dice.some(kind.needs, 1 + dice.below(2)),
		audiences: dice.some(audiences, 1 + dice.below(2)),
		eases: Object.fromEntries(
			dice.some(eases, dice.below(4)).map((ease) => [ease, 'yes' as const])
		),
		fee: dice.one(['free', 'partly', 'insured', null]),
		summary: inTown(dice.one(summary)),
		description: dice.percent(85) ? sentences.map(inTown).join('') : null,
		precision: kind.category === 'online' ? 'online' : 'municipality',
		location: { ...blank.location, municipality: town.code }
	};
}

function blankContent(): Content {
	const parsed = parseContent({ name: '空', categories: ['ibasho'], precision: 'municipality' });
	if ('issues' in parsed) throw new Error(JSON.stringify(parsed.issues));
	return parsed.value;
}
