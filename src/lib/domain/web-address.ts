/**
 * An address of the web that a link may lead to. Without http:// it must plainly be a host
 * (www.example.jp/access); spaces and full-width letters make it something to look at.
 */
export function readWebAddress(found: string): string | null {
	const text = found.trim();
	if (/\s/u.test(text) || text.normalize('NFKC') !== text || text.length > 500) return null;
	const address = /^https?:\/\//i.test(text)
		? text
		: /^([a-z0-9-]+\.)+[a-z]{2,}([/?#]|$)/i.test(text)
			? `http://${text}`
			: null;
	if (!address || !URL.canParse(address)) return null;
	const { hostname } = new URL(address);
	return hostname.includes('.') && !hostname.endsWith('.') ? address : null;
}
