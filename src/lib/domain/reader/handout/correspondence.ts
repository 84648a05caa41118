import { sampleMark } from '#lib/domain/region/sample.ts';
import type { Handout } from './contents.ts';
import { letterOf, mailOf, scriptOf, type About, type Line, type Mail } from './letters.ts';
import type { Way } from '#lib/domain/reader/profile/ways.ts';
import type { Speaker } from './opening.ts';

/** In the order in which they help: a place that can only be called is called first. */
const drafts = ['mail', 'script', 'letter'] as const;
type Draft = (typeof drafts)[number];

/** What one can say, send or bring, ready to be used; null where there is no such way. */
export type Correspondence = {
	order: Draft[];
	script: { numbers: { words: string; href: string | null; note: string | null }[]; lines: Line[] };
	/** `address`: `mailto:` without a text; `hasForm`: the text can be pasted elsewhere. */
	mail: Mail & { to: string | null; address: string | null; hasForm: boolean };
	/** `faxes`: it can be sent to those, too. */
	letter: { to: string[]; faxes: string[]; paragraphs: string[] };
};

export function correspondenceOf(handout: Handout, speaker: Speaker): Correspondence {
	const { profile, title, region, purpose, anonymous, questions, isSample } = handout;
	const about: About = {
		name: title,
		region: region.name,
		purpose,
		anonymous,
		questions: questions[speaker === 'supporter' ? 'supporter' : 'person']
	};
	const { subject, body } = mailOf(speaker, about);
	const mail = { subject: isSample ? `（${sampleMark}）${subject}` : subject, body };
	const address = profile.ways.find(({ kind }) => kind === 'mail');
	const post = profile.ways.find(({ kind }) => kind === 'post');
	return {
		order: orderOf(profile.ways.map(({ kind }) => kind)),
		script: {
			numbers: profile.ways
				.filter(({ kind }) => kind === 'voice')
				.map(({ words, href, note }) => ({ words, href, note })),
			lines: scriptOf(speaker, about)
		},
		mail: {
			...mail,
			to: address?.words ?? null,
			address: address?.href ?? null,
			hasForm: profile.ways.some(({ kind }) => kind !== 'mail' && written.includes(kind))
		},
		letter: {
			to: [post?.words ?? (profile.withheld ? null : profile.address), title].filter(
				(line) => line !== null
			),
			faxes: profile.ways.filter(({ kind }) => kind === 'fax').map(({ words }) => words),
			paragraphs: letterOf(speaker, about)
		}
	};
}

const written: Way['kind'][] = ['mail', 'form', 'line', 'chat', 'social'];

/** A mail only where it can be sent, or nobody knows how; what can be called is called before a letter is written. */
function orderOf(ways: Way['kind'][]): Draft[] {
	const canBe: Record<Draft, boolean> = {
		mail: ways.length === 0 || ways.some((kind) => written.includes(kind)),
		script: ways.includes('voice'),
		letter: true
	};
	return drafts.filter((draft) => canBe[draft]);
}
