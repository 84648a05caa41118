import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { createMail } from '#lib/server/staff/mail.ts';
import { tell } from '#lib/server/staff/invitations/inviting.ts';

let server: Server | undefined;
afterEach(() => server?.close());

/** A mail server that takes everything, or nothing. Returns its address and what it was told. */
async function listen(greeting: string): Promise<{ url: string; heard: () => string }> {
	let heard = '';
	server = createServer((socket) => {
		let isLetter = false;
		socket.write(`${greeting}\r\n`);
		socket.on('data', (bytes) => {
			const text = bytes.toString();
			heard += text;
			if (isLetter && !text.endsWith('\r\n.\r\n')) return;
			if (/^DATA/i.test(text)) socket.write('354 go on\r\n');
			else if (/^QUIT/i.test(text)) socket.end('221 bye\r\n');
			else socket.write('250 ok\r\n');
			isLetter = /^DATA/i.test(text);
		});
		socket.on('error', () => socket.destroy());
	});
	await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return { url: `smtp://127.0.0.1:${port}`, heard: () => heard };
}

const origin = 'https://bookmark.example.jp';
const token = 'xyz';
const address = `${origin}/staff/invitations#${token}`;
const invitation = { to: 'taro@example.jp', name: '太郎', origin, token };
const from = 'henshu@example.jp';

test('an invitation is sent with its address, from whom the settings say', async () => {
	const { url, heard } = await listen('220 here');
	const mail = createMail({ SMTP_URL: url, MAIL_FROM: from });
	expect(await tell(mail, invitation)).toBe('sent');
	expect(heard()).toContain(`MAIL FROM:<${from}>`);
	expect(heard()).toContain('RCPT TO:<taro@example.jp>');
	const [, body] = /\r\n\r\n([\s\S]*)\r\n\.\r\n/.exec(heard())!;
	const isBase64 = /content-transfer-encoding: base64/i.test(heard());
	const text = isBase64
		? Buffer.from(body!, 'base64').toString()
		: Buffer.from(
				body!
					.replaceAll('=\r\n', '')
					.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) =>
						String.fromCharCode(Number.parseInt(hex, 16))
					),
				'latin1'
			).toString();
	expect(text).toContain('太郎さん');
	expect(text).toContain(address);
});

test('a mail server that refuses, or that is not there, is said to whoever invites', async () => {
	const { url } = await listen('554 not now');
	expect(await tell(createMail({ SMTP_URL: url, MAIL_FROM: from }), invitation)).toBe('failed');
	expect(await tell(createMail({}), invitation)).toBe('not-set-up');
	expect(await tell(createMail({ SMTP_URL: url }), invitation)).toBe('not-set-up');
});
