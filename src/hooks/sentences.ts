import type { Fault } from '#lib/server/database/faults.ts';

const sentences: Record<number, string> = {
	400: 'アドレスか送られた内容に、読み取れないところがありました。',
	401: '時間がたったため、入り直す必要があります。送られた内容は、まだ保存されていません。別のタブで入り直してから、もう一度お送りください。',
	403: 'このサイトのページから送られたものか確かめられなかったため、受け取りませんでした。ページを開き直して、もう一度お試しください。',
	404: 'お探しのページは見つかりませんでした。',
	405: 'このページでは、その操作はできません。',
	408: '送られた内容が、時間のうちに届きませんでした。何も保存していません。通信の様子を確かめて、もう一度お送りください。',
	410: 'この資源のことばは、本人の希望で消されています。お送りになったものは保存していません。',
	411: '送られた内容の大きさが分からなかったため、受け取りませんでした。',
	413: '送られた内容が大きすぎるため、受け取れませんでした。短くして、もう一度お試しください。',
	414: 'アドレスが長すぎるため、読み取れませんでした。条件を減らして、もう一度お試しください。',
	415: '送られた内容の形に対応していません。フォームとしてお送りください。',
	422: '送られた内容に、このページにはない項目があったため、受け取りませんでした。ページを開き直して、もう一度お試しください。',
	421: 'この名前では、このサイトを開けません。',
	503: 'いま混み合っています。少し待ってから、もう一度お試しください。'
};

/** To somebody who sent something to what is not there any more. */
export const goneWords =
	'送られた先が、もうありません。ほかの人が先に済ませたか、消したのかもしれません。送られた内容は保存していません。';

/** What a person is told when there is nothing to show. */
export function sentenceOf(status: number): string {
	const calm = 'うまく表示できませんでした。少し待ってから、もう一度お試しください。';
	return sentences[status] ?? (status < 500 ? sentences[400]! : calm);
}

const operator = 'このサイトを運営している人にお知らせください。';
const faults: Partial<Record<Fault['kind'], string>> = {
	full: `サーバーのディスクがいっぱいで、保存できませんでした。送られた内容は保存されていません。空きができるまで、何度送っても同じです。${operator}`,
	denied: `サーバーがデータを書ける状態にないため、保存できませんでした。送られた内容は保存されていません。${operator}`,
	damaged: `データの一部が壊れていて、読めませんでした。待っても直りません。${operator}`,
	missing: `データのファイルが見つかりませんでした。待っても直りません。${operator}`,
	unreadable: `データのファイルを読み書きできませんでした。${operator}`
};

/** null where waiting is all one can do. */
export const faultSentence = (fault: Pick<Fault, 'kind'> | null): string | null =>
	(fault && faults[fault.kind]) ?? null;

/** Whether the server is unable for now, rather than broken. */
export const passes = ({ kind }: Pick<Fault, 'kind'>): boolean =>
	['full', 'denied', 'crowded'].includes(kind);
