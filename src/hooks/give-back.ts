import type { RequestEvent } from '@sveltejs/kit';
import { titleOf } from '#lib/domain/editing/form.ts';
import { isUpload } from '#lib/server/web/uploads.ts';
import { escaped } from './escaping.ts';

/** What a form holds that nobody typed, or that stands for a choice. */
const isOfTheForm = ([name, value]: [string, string]) =>
	/^(base|seen|tab|sending|theirs|revision|check|current|resource|version|record|field|id)$/.test(
		name
	) || /^[a-z-]*$|^(#|\d{4}-\d\d-\d\d$)/.test(value);

const secrets = ['password', 'again', 'code', 'invitation'];
const names: Record<string, string> = {
	reason: '理由',
	note: 'メモ',
	role: '答えた人の役割',
	mail: 'メールアドレス',
	name: '名前',
	organizations: '団体の名前',
	into: '残すほうの資源',
	message: '違うところ、変わったところ',
	alt: '何が写っているか',
	agreedBy: '同意した人の役割',
	cover: '表紙のことば',
	foreword: 'はじめのことば',
	imprint: '奥付',
	licence: '利用条件',
	funding: '助成の文'
};

/** What was sent with a form; null for everything else, for a file, and where it cannot be read. */
export async function sentIn({ request }: RequestEvent): Promise<FormData | null> {
	const type = request.headers.get('content-type') ?? '';
	const isForm = /^\s*(multipart\/form-data|application\/x-www-form-urlencoded)/i.test(type);
	if (request.method !== 'POST' || !isForm || isUpload(request)) return null;
	return request
		.clone()
		.formData()
		.catch(() => null);
}

/** Where one goes first, in another tab. */
const ways = {
	'sign-in': ['/staff/login', '新しいタブで入り直して'],
	confirm: ['/staff/confirm', '新しいタブでパスワードを確かめて'],
	none: null
} as const;

/**
 * The words of a form that could not be taken, to copy or to send once more; null where nobody typed
 * any. Passwords and codes are not among them, and a form that had some is not sent again from here.
 */
export function giveBack(
	{ url }: RequestEvent,
	sent: FormData | null,
	way: keyof typeof ways = 'none'
): string | null {
	const pairs = [...(sent ?? [])].filter(
		(pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== ''
	);
	const isSecret = pairs.some(([name]) => secrets.includes(name));
	const shown = pairs.filter((pair) => !isOfTheForm(pair) && !secrets.includes(pair[0]));
	if (shown.length === 0) return null;
	const again = isSecret ? '' : againForm(url, pairs, ways[way]);
	return `<h2>書いたもの</h2><p>送られたものは、ここに残しました。写しておけます。このページを閉じるとなくなります。</p>${shown.map(shownField).join('')}${again}`;
}

const shownField = ([name, value]: [string, string], at: number) => {
	const title = names[name] ?? (titleOf(name) || name);
	const rows = Math.min(12, value.split('\n').length + 1);
	return `<p><label for="back-${at}">${escaped(title)}</label><textarea id="back-${at}" readonly rows="${rows}">\n${escaped(value)}</textarea></p>`;
};

function againForm(
	{ pathname, search }: URL,
	pairs: [string, string][],
	way: readonly [string, string] | null
): string {
	const hidden = pairs
		.filter(([name]) => name !== 'sending')
		.map(
			([name, value]) => `<textarea hidden name="${escaped(name)}">\n${escaped(value)}</textarea>`
		)
		.join('');
	const first = way
		? `<p><a href="${way[0]}?to=/staff/back" target="_blank" rel="noopener">${way[1]}</a>から、下のボタンを押してください。</p>`
		: '';
	return `${first}<form method="post" enctype="multipart/form-data" action="${escaped(pathname + search)}">${hidden}<p><button type="submit">もう一度送る</button></p></form>`;
}
