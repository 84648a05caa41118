const telephone = /^tel:(?:[+0-9*-]|%23){1,40}$/;
const mail = /^mailto:[^\s?&#<>"@]{1,64}@[^\s?&#<>"@]{1,255}$/;

/** A link as it may stand in a file that is opened anywhere: a telephone, a mail or a web address; else null. */
export function safeLink(link: string | null): string | null {
	if (link === null) return null;
	if (telephone.test(link)) return link;
	if (mail.test(link)) return encodeURI(link.toWellFormed());
	const url = URL.parse(link);
	const isWeb = url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password;
	return isWeb ? url.href.replace(/[[\]|^`{}\\]/g, encodeURIComponent) : null;
}
