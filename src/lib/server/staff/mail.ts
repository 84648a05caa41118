import { createTransport } from 'nodemailer';

export type Letter = { to: string; subject: string; text: string };
/** Whether the mail server has taken it; its answer is nobody's to see. */
export type Mail = { send(letter: Letter): Promise<boolean> };

/** null where no mail server is set up: whoever would send copies the text then. */
export function createMail({
	SMTP_URL,
	MAIL_FROM
}: {
	SMTP_URL?: string | undefined;
	MAIL_FROM?: string | undefined;
}): Mail | null {
	if (!SMTP_URL || !MAIL_FROM) return null;
	const timeout = 10_000;
	const transport = createTransport(
		{ url: SMTP_URL, connectionTimeout: timeout, greetingTimeout: timeout, socketTimeout: timeout },
		{ from: MAIL_FROM }
	);
	return {
		send: async (letter) => {
			try {
				await transport.sendMail(letter);
				return true;
			} catch {
				return false;
			}
		}
	};
}
