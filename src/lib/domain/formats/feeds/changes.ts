/** What became of a place in a region, as far as readers see it today. */
export type Change = {
	resource: string;
	/** ISO instant. */
	at: string;
} & (
	| {
			kind: 'new' | 'paused' | 'closed' | 'open' | 'changed';
			revision: number;
			name: string;
			fields: string[];
	  }
	/** Whose name nobody is told any more. */
	| { kind: 'withdrawn' | 'merged' }
);

/** 「ひだまり：開催日・費用が変わりました」 */
export function changeTitle(change: Change): string {
	switch (change.kind) {
		case 'new':
			return `${change.name}：あたらしく載りました`;
		case 'paused':
			return `${change.name}：お休みに入りました`;
		case 'closed':
			return `${change.name}：終了しました`;
		case 'open':
			return `${change.name}：また開いています`;
		case 'changed':
			return `${change.name}：${change.fields.join('・')}が変わりました`;
		case 'withdrawn':
			return '掲載が終わったところがあります';
		case 'merged':
			return 'ほかの掲載とひとつになったところがあります';
	}
}

/** Which fields, never what they said before: that may be hidden tomorrow. */
export function changeSummary(change: Change): string {
	if (!('fields' in change)) {
		return change.kind === 'merged'
			? '同じ場所の掲載を、ひとつにまとめました。'
			: 'ここの掲載は終わりました。';
	}
	const { kind, fields } = change;
	const told = kind !== 'new' && fields.length > 0 ? `変わったところ：${fields.join('、')}。` : '';
	return `${told}いまの内容は、ページで見られます。`;
}
