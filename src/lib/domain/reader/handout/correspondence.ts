import { sampleMark } from '#lib/domain/region/sample.ts';
import type { Handout } from './contents.ts';
import {
	letterOf,
	mailAddressWith,
	mailOf,
	scriptOf,
	type About,
	type Line,
	type Mail
} from './letters.ts';
import type { Speaker } from './opening.ts';

/** What one can say, send or bring, ready to be used; null where there is no such way. */
export type Correspondence = {
	script: { numbers: { words: string; href: string | null; note: string | null }[]; lines: Line[] };
	mail: Mail & { to: string | null; href: string | null };
	letter: { to: string[]; paragraphs: string[] };
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
		script: {
			numbers: profile.ways
				.filter(({ kind }) => kind === 'voice')
				.map(({ words, href, note }) => ({ words, href, note })),
			lines: scriptOf(speaker, about)
		},
		mail: {
			...mail,
			to: address?.words ?? null,
			href: address?.href ? mailAddressWith(address.href, mail) : null
		},
		letter: {
			to: [post?.words ?? (profile.withheld ? null : profile.address), title].filter(
				(line) => line !== null
			),
			paragraphs: letterOf(speaker, about)
		}
	};
}
