/** What a record of the log says somebody did, to be read after who and to what. */
export const actionWords: Record<string, string> = {
	'resource.create': '新しく公開した',
	'resource.revise': '直して公開した',
	'resource.verify': '確認を書いた',
	'resource.withdraw': '取り下げた',
	'resource.reinstate': '公開に戻した',
	'resource.merge': 'ほかの資源と1つにした',
	'resource.erase': 'ことばを消した',
	'revision.erase': '改訂のことばを消した',
	'proposal.create': '直しを提案した',
	'proposal.accept': '提案を取り入れた',
	'proposal.reject': '提案を取り入れなかった',
	'entry.add': '年度版に加えた',
	'entry.remove': '年度版から外した',
	'entry.waive': '足りないまま載せることにした',
	'entry.unwaive': '足りないまま載せるのをやめた',
	'edition.open': '年度版をはじめた',
	'edition.words': '奥付などのことばを変えた',
	'edition.order': '順番を変えた',
	'edition.lock': '校了にした',
	'edition.unlock': '確認中に戻した',
	'edition.publish': '公開した',
	'edition.withdraw': '取り下げた',
	'edition.preview': '編集中として見せた',
	'edition.hide': '見せるのをやめた',
	'round.progress': '進みぐあいか担当を変えた',
	undo: '元に戻した',
	'staff.create': '職員を招いた',
	'staff.invite': '招待のアドレスを作り直した',
	'staff.join': 'アカウントの準備をした',
	'staff.change': '役割を変えた',
	'staff.disable': 'アカウントを止めた',
	'staff.enable': 'アカウントを戻した',
	'staff.reset': '入り直しの準備をした',
	'staff.rename': '名前を変えた',
	'staff.password': 'パスワードを変えた',
	'staff.authenticator': '認証アプリを変えた',
	'staff.recovery': '回復コードを作り直した',
	'staff.passkey': 'パスキーを加えた',
	'staff.passkey-remove': 'パスキーを外した'
};

/** An action that has no words yet is told by its name. */
export const wordsOf = (action: string): string => actionWords[action] ?? action;

export const kinds = { resource: '資源', edition: '年度版', staff: '職員' } as const;
export type Kind = keyof typeof kinds;

export type ActivityFilter = { kind: Kind | null; person: string | null; before: number | null };

export function parseActivityFilter(params: URLSearchParams): ActivityFilter {
	const kind = params.get('kind');
	const person = params.get('person') ?? '';
	const before = params.get('before') ?? '';
	return {
		kind: (Object.keys(kinds) as Kind[]).find((one) => one === kind) ?? null,
		person: /^[\w-]{1,40}$/.test(person) ? person : null,
		before: /^[1-9]\d{0,14}$/.test(before) ? Number(before) : null
	};
}
