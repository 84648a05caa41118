const entities: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;'
};

/** Characters that XML 1.0 cannot hold, however they are written: somebody may have asked with some. */
// eslint-disable-next-line no-control-regex -- these are the characters
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** For the text of an element or the value of an attribute. */
export const escaped = (text: string): string =>
	text
		.toWellFormed()
		.replace(impossible, '')
		.replace(/[&<>"']/g, (letter) => entities[letter]!);

export const element = (name: string, text: string): string =>
	`<${name}>${escaped(text)}</${name}>`;
