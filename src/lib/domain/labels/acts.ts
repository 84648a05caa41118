/** What a record of the log is about. */
export const subjects = {
	resource: '資源',
	revision: '改訂',
	edition: '年度版',
	region: '地域',
	staff: '職員',
	activity: '記録',
	import: '公的データの取り込み',
	database: 'データベース'
} as const;
export type Subject = keyof typeof subjects;

type Description = {
	/** null: that of the record which it takes back. */
	subject: Subject | null;
	/** Read after the name of the subject. */
	words: string;
	/** Whoever did it can take it back (`server/editing/undo/undo-rules`). */
	undo?: true;
};

/** Every act that the log records. */
export const acts = {
	'resource.create': { subject: 'resource', words: 'を新しく公開した' },
	'resource.revise': { subject: 'resource', words: 'を直して公開した', undo: true },
	'resource.verify': { subject: 'resource', words: 'の確認を書いた', undo: true },
	'resource.unverify': { subject: 'resource', words: 'の確認を取り消した' },
	'resource.withdraw': { subject: 'resource', words: 'を取り下げた' },
	'resource.reinstate': { subject: 'resource', words: 'を公開に戻した' },
	'resource.merge': { subject: 'resource', words: 'をほかの資源と1つにした' },
	'resource.erase': { subject: 'resource', words: 'のことばを消した' },
	'revision.erase': { subject: 'revision', words: 'の改訂のことばを消した' },
	'proposal.create': { subject: 'resource', words: 'に直しを提案した' },
	'proposal.accept': { subject: 'resource', words: 'の提案を取り入れた' },
	'proposal.reject': { subject: 'resource', words: 'の提案を取り入れなかった' },
	'proposal.take-back': { subject: 'resource', words: 'に出した自分の提案を取り下げた' },
	'entry.add': { subject: 'resource', words: 'を年度版に加えた', undo: true },
	'entry.remove': { subject: 'resource', words: 'を年度版から外した', undo: true },
	'entry.waive': { subject: 'resource', words: 'を足りないまま載せることにした', undo: true },
	'entry.rewaive': { subject: 'resource', words: 'を足りないまま載せる理由を書きなおした' },
	'entry.unwaive': { subject: 'resource', words: 'を足りないまま載せるのをやめた' },
	'edition.open': { subject: 'edition', words: 'をはじめた' },
	'edition.words': { subject: 'edition', words: 'の奥付などのことばを変えた', undo: true },
	'edition.order': { subject: 'edition', words: 'の順番を変えた' },
	'edition.lock': { subject: 'edition', words: 'を校了にした' },
	'edition.unlock': { subject: 'edition', words: 'を確認中に戻した' },
	'edition.publish': { subject: 'edition', words: 'を公開した' },
	'edition.rehash': { subject: 'edition', words: 'の控えを、消したことばに合わせた' },
	'edition.withdraw': { subject: 'edition', words: 'を取り下げた' },
	'edition.give-up': { subject: 'edition', words: 'をやめた' },
	'edition.preview': { subject: 'edition', words: 'を編集中として見せた' },
	'edition.hide': { subject: 'edition', words: 'を見せるのをやめた' },
	'round.progress': { subject: 'edition', words: 'の進みぐあいか担当を変えた', undo: true },
	'edition.export': { subject: 'edition', words: 'を職員用の値ごとファイルに書き出した' },
	'booklet.keep': { subject: 'edition', words: 'の冊子を、公開したときのものとしてしまった' },
	'booklet.drop': {
		subject: 'edition',
		words: 'の冊子を、消したことばのないものに替えることにした'
	},
	'booklet.export': { subject: 'edition', words: 'の印刷用の冊子をファイルで受けとった' },
	'activity.export': { subject: 'activity', words: 'に記録の一覧を書き出した' },
	'region.export': { subject: 'region', words: 'を職員用の値ごとファイルに書き出した' },
	'region.drop': { subject: 'region', words: 'を場所と年度版ごと消した' },
	undo: { subject: null, words: 'を元に戻した' },
	'audit.baseline': { subject: 'database', words: 'のいまの状態を控えた' },
	'staff.create': { subject: 'staff', words: 'を招いた' },
	'staff.invite': { subject: 'staff', words: 'の招待のアドレスを作り直した' },
	'staff.join': { subject: 'staff', words: 'のアカウントの準備をした' },
	'staff.change': { subject: 'staff', words: 'の役割を変えた' },
	'staff.grant': { subject: 'staff', words: 'に資源を1つ見せた' },
	'staff.ungrant': { subject: 'staff', words: 'に資源を1つ見せなくした' },
	'staff.disable': { subject: 'staff', words: 'のアカウントを止めた' },
	'staff.enable': { subject: 'staff', words: 'のアカウントを戻した' },
	'staff.reset': { subject: 'staff', words: 'の入り直しの準備をした' },
	'staff.rename': { subject: 'staff', words: 'の名前を変えた' },
	'staff.password': { subject: 'staff', words: 'のパスワードを変えた' },
	'staff.authenticator': { subject: 'staff', words: 'の認証アプリを変えた' },
	'staff.recovery': { subject: 'staff', words: 'の回復コードを作り直した' },
	'staff.passkey': { subject: 'staff', words: 'のパスキーを加えた' },
	'staff.passkey-remove': { subject: 'staff', words: 'のパスキーを外した' },
	'staff.recovery-use': { subject: 'staff', words: 'の回復コードで入った' },
	'staff.session-end': { subject: 'staff', words: 'のセッションを終えた' },
	'database.close': { subject: 'database', words: 'を読むだけにした' },
	'database.reopen': { subject: 'database', words: 'をまた書けるようにした' },
	'database.restore': { subject: 'database', words: 'をバックアップから戻した' },
	'import.apply': { subject: 'import', words: 'を反映した' },
	'import.undo': { subject: 'import', words: 'を全部、元に戻した' },
	'sample.load': { subject: 'region', words: 'の見本を入れた' }
} as const satisfies Record<string, Description>;
export type Act = keyof typeof acts;
export type UndoableAct = {
	[A in Act]: (typeof acts)[A] extends { undo: true } ? A : never;
}[Act];

const known: Readonly<Record<string, Description>> = acts;

/** An act of a newer version is told by its name. */
export const wordsAfterName = (act: string): string => known[act]?.words ?? `：${act}`;

/** To be read alone: with what it is about, where that has no name of its own. */
export function wordsOf(act: string): string {
	const description = known[act];
	if (!description) return act;
	const { subject, words } = description;
	return subject === 'database' || subject === 'import'
		? subjects[subject] + words
		: words.replace(/^[をのに]/, '');
}

/** 「こかげ」の確認を書いた */
export const deed = (name: string | null, act: string): string =>
	name === null ? wordsOf(act) : `「${name}」${wordsAfterName(act)}`;
