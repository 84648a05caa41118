import type { Suggested } from '#lib/domain/map/placing.ts';
import { distanceWords } from '#lib/domain/map/distance.ts';
import { isRecord } from '#lib/ui/map/asking.ts';

/** As `/staff/api/place` answers. */
export type Answer = {
	judgement: Judgement | null;
	suggested: Suggested[];
	looked: Looked | null;
};
type Judgement =
	| { is: 'inside'; name: string }
	| { is: 'outside'; name: string; found: string | null; metres: number | null }
	| { is: 'unknown' };
type Looked =
	{ is: 'found'; places: Suggested[] } | { is: 'off' | 'refused' | 'unanswered' | 'too-many' };

/** What is asked goes in the body, so that no log on the way has it; null for any failure. */
export async function askPlace(stated: Record<string, unknown>): Promise<Answer | null> {
	try {
		const response = await fetch('/staff/api/place', {
			method: 'POST',
			headers: { 'content-type': 'application/json', accept: 'application/json' },
			body: JSON.stringify(stated),
			signal: AbortSignal.timeout(8000)
		});
		const answer: unknown = response.ok ? await response.json() : null;
		return isRecord(answer) && Array.isArray(answer.suggested) ? (answer as Answer) : null;
	} catch {
		return null;
	}
}

/** 「高崎市のなかです。」; null where nobody can tell. */
export function judgementWords(
	judgement: Judgement | null
): { words: string; isWarning: boolean } | null {
	if (!judgement || judgement.is === 'unknown') return null;
	const { name } = judgement;
	if (judgement.is === 'inside') return { words: `${name}のなかです。`, isWarning: false };
	const { found, metres } = judgement;
	const away = metres === null ? '' : `（${name}から${distanceWords(metres)}）`;
	const where = found
		? `ではなく、${found}にあります`
		: 'のなかになく、ほかの市区町村にもありません';
	const words = `この位置は、市区町村に選んだ${name}${where}${away}。市区町村か位置を、確かめてください。`;
	return { words, isWarning: true };
}

export function lookedWords(looked: Looked | null): string {
	switch (looked?.is) {
		case 'found':
			return looked.places.length > 0
				? `${looked.places.length}か所が見つかりました。`
				: 'その住所は見つかりませんでした。地図を押しても置けます。';
		case 'refused':
			return '公開精度が「正確」ではない場所の住所は、外に送りません。地図を押して置いてください。';
		case 'too-many':
			return '住所を探す回数が、1時間に頼める数になりました。しばらくは、地図を押して置いてください。';
		case 'off':
			return '住所を探すサーバーは、設定されていません。';
		default:
			return '住所を探すサーバーから、返事がありませんでした。地図を押しても置けます。';
	}
}

/** 「〒370-0000 のほかの3件のあたり」 */
export function suggestedWords({ by, name, count }: Suggested): string {
	if (by === 'address') return name;
	if (by === 'outline') return `${name}のまんなか`;
	return `${name}のほかの${count}件のあたり`;
}
