import type { Refusal } from './request-checks.ts';

/** Of this machine alone: no foreign name leads a browser here. */
const local = /^([\w-]+\.)*localhost$|^127\.\d+\.\d+\.\d+$|^\[::1\]$/;
const everywhere = new Set(['', '0.0.0.0', '[::]']);

/**
 * Whether the app is asked by a name of its own, so that no other site can be made of it by a name
 * that leads here (DNS rebinding). `host`: the address it listens at.
 */
export function hostCheck({ origin, host }: { origin: string | undefined; host: string }) {
	const own = origin === undefined ? null : new URL(origin).host;
	const listening = host.includes(':') ? `[${host}]` : host;
	return (asked: string | null): Refusal | null => {
		const url = asked === null ? null : URL.parse(`http://${asked.toLowerCase()}`);
		if (!url || url.host === '' || url.pathname !== '/' || url.username !== '') {
			return { status: 400 };
		}
		const isOwn = asked!.toLowerCase().replace(defaultPort(origin), '') === own;
		const isListening = url.hostname === listening && !everywhere.has(listening);
		return isOwn || isListening || local.test(url.hostname) ? null : { status: 421, sentence };
	};
}

const defaultPort = (origin: string | undefined) =>
	origin?.startsWith('https:') ? /:443$/ : /:80$/;

const sentence =
	'この名前では、このサイトを開けません。管理の人へ：読む人が開くアドレスを ORIGIN に書き、プロキシには Host をそのまま渡させてください。';
