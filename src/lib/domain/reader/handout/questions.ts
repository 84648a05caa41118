import { toDay } from '#lib/domain/calendar/calendar.ts';
import { agesWords } from '#lib/domain/listing/row.ts';
import { mayShowDirections } from '#lib/domain/resource/precision.ts';
import type { Purpose } from '#lib/domain/reader/profile/purpose.ts';
import type { PublicResource } from '#lib/domain/reader/profile/public-resource.ts';

type Asked = Pick<PublicResource, 'content' | 'verification'> & { purpose: Purpose };
type Question = {
	isOpen: (resource: Asked, today: string) => boolean;
	supporter: string;
	/** null: not for somebody who calls for the first time. */
	person: string | null;
};

/** So long ago that things may be different now, in days. */
const old = { check: 365, intake: 90 };

const isOlder = (on: string | null, today: string, days: number) =>
	on === null || toDay(today) - toDay(on) > days;
const isUnsaid = (code: string) => (resource: Asked) => !(code in resource.content.eases);

/** What nobody has told yet, the most needed first. */
const questions: Question[] = [
	{
		isOpen: ({ content: { intake, intakeOn } }, today) =>
			intake === null ||
			(intakeOn !== null && isOlder(intakeOn, today, old.intake)) ||
			intake !== 'open',
		supporter: 'いま、新しい人を受けていますか。待つとしたら、どのくらいですか。',
		person: 'いまから、はじめて行ってもいいですか。'
	},
	{
		isOpen: ({ content }) => content.referral === null,
		supporter: '紹介は、電話とメールのどちらがよいですか。本人からの連絡が先ですか。',
		person: null
	},
	{
		isOpen: ({ content: { firstVisit } }) => !firstVisit.meets || !firstVisit.first,
		supporter: 'はじめての日は、だれが迎えて、何からしますか。',
		person: 'はじめての日は、だれが迎えてくれますか。何をしますか。'
	},
	{
		isOpen: (resource) => resource.purpose !== '受診' && isUnsaid('visit-first')(resource),
		supporter: '見学だけでもできますか。',
		person: '見るだけでもいいですか。'
	},
	{
		isOpen: ({ purpose, content }) =>
			purpose === '受診' && !content.firstVisit.first && !content.approach,
		supporter: '受診の前に、相談だけでもできますか。予約と紹介状は要りますか。',
		person: '予約や紹介状は、いりますか。'
	},
	{
		isOpen: isUnsaid('accompany'),
		supporter: '付き添って行ってもよいですか。',
		person: 'だれかと一緒に行ってもいいですか。'
	},
	{
		isOpen: ({ content }) =>
			(agesWords(content) === null || content.residency === null) &&
			content.place.precision !== 'online',
		supporter: '年齢や、住んでいる所に条件はありますか。',
		person: null
	},
	{
		isOpen: ({ content }) => content.fee === null && !content.feeNote,
		supporter: '費用はかかりますか。減らす制度は使えますか。',
		person: 'お金はかかりますか。'
	},
	{
		isOpen: ({ content: { place } }) =>
			!mayShowDirections(place.precision) && place.precision !== 'online',
		supporter: '場所は、いつ、どうやって教えてもらえますか。',
		person: '場所は、いつ教えてもらえますか。'
	},
	{
		isOpen: ({ content }) => content.schedules.length === 0,
		supporter: '開いている日と時間はいつですか。',
		person: '次は、いつ開いていますか。'
	},
	{
		isOpen: ({ content: { firstVisit } }) => !firstVisit.cannotCome,
		supporter: '行けなくなったときは、どうすればよいですか。',
		person: '行けなくなったら、どうすればいいですか。'
	},
	{
		isOpen: ({ verification }, today) => isOlder(verification?.on ?? null, today, old.check),
		supporter: '載っている内容は、いまも同じですか。',
		person: null
	}
];

const most = { supporter: 6, person: 4 };

/** What to ask first: what is not known, or may have changed since. */
export function questionsOf(resource: Asked, today: string, who: 'supporter' | 'person'): string[] {
	return questions
		.filter(({ isOpen }) => isOpen(resource, today))
		.flatMap((question) => question[who] ?? [])
		.slice(0, most[who]);
}
