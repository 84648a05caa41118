const longest = 500;

/** What a reader cannot see: it may hide where an address leads. */
const unseen = /[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

/** Why a link may not lead to an address, as a sentence for people; null when it may. */
export function addressProblem(text: string): string | null {
	const authority = /^https?:\/\/([^/?#]*)/i.exec(text)?.[1];
	if (authority === undefined) return 'http:// か https:// で始まるアドレスで書きます';
	if (text.length > longest) return `アドレスは${longest}文字までです`;
	if (/[\s\\]/u.test(text) || unseen.test(text)) {
		return 'アドレスの中に、空白か、見えない文字か「\\」があります';
	}
	if (authority.includes('@')) {
		return 'アドレスの「@」より前（ユーザー名やパスワード）は書けません';
	}
	const [, host = '', port] = /^(.*?)(?::(\d*))?$/.exec(authority)!;
	const { hostname } = URL.canParse(text) ? new URL(text) : { hostname: '' };
	// WHATWG finds a host in "http:///…" and takes "http://2130706433" for an IP address.
	if (!isName(host) || !isName(hostname) || port === '') {
		return '「//」のあとに、サイトの名前（example.jp など）を書きます';
	}
	return host.normalize('NFKC') !== host || !isHonest(host)
		? `サイトの名前（${host}）に、ちがう文字体系のよく似た文字か、全角の文字がまざっています`
		: null;
}

const isName = (host: string) =>
	host.includes('.') && /[^\d.][^.]*$/.test(host) && !/^\.|\.\./.test(host);

const lookalikes =
	/[。\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}]/u;
/** Japanese letters that pass for a stroke of the address beside Latin ones. */
const strokes = /[a-z0-9][ノソゾン〳丿丶]|[ノソゾン〳丿丶][a-z0-9]/iu;

/**
 * Whether a host is what it looks like: beside Latin letters there are none of a script that has the
 * same ones (UTS #39), nor ı and ɡ. A name in another script can still be written as its `xn--…`.
 */
function isHonest(host: string): boolean {
	const bare = host.normalize('NFD').replace(/\p{M}/gu, '');
	if (!/\p{Script=Latin}/u.test(bare)) return !bare.includes('。');
	return !/(?![a-z])\p{Script=Latin}/iu.test(bare) && !lookalikes.test(bare) && !strokes.test(bare);
}

/**
 * An address of the web that a link may lead to. Without http:// it must plainly be a host
 * (www.example.jp/access); spaces and full-width letters make it something to look at.
 */
export function readWebAddress(found: string): string | null {
	const text = found.trim();
	if (text.normalize('NFKC') !== text) return null;
	const address = /^https?:\/\//i.test(text)
		? text
		: /^([a-z0-9-]+\.)+[a-z]{2,}([/?#]|$)/i.test(text)
			? `http://${text}`
			: null;
	return address && addressProblem(address) === null ? address : null;
}
