/** `given-up`: the person closed the window that asks, or the device has none. */
export type PasskeyAnswer = 'done' | 'refused' | 'given-up';

export const canUsePasskeys = (): boolean => 'PublicKeyCredential' in globalThis;

const library = () => import('@simplewebauthn/browser');

async function post(address: string, body: unknown = {}): Promise<unknown> {
	const response = await fetch(address, {
		method: 'POST',
		headers: { 'content-type': 'application/json', accept: 'application/json' },
		body: JSON.stringify(body)
	});
	return response.ok ? response.json() : null;
}

/** `address` takes the answer; the question is behind it, at `/options`. */
export async function askForPasskey(address: string): Promise<PasskeyAnswer> {
	const { startAuthentication } = await library();
	type Options = Parameters<typeof startAuthentication>[0]['optionsJSON'];
	return give(address, (options) => startAuthentication({ optionsJSON: options as Options }));
}

export async function makePasskey(address: string): Promise<PasskeyAnswer> {
	const { startRegistration } = await library();
	type Options = Parameters<typeof startRegistration>[0]['optionsJSON'];
	return give(address, (options) => startRegistration({ optionsJSON: options as Options }));
}

async function give(
	address: string,
	answer: (options: unknown) => Promise<unknown>
): Promise<PasskeyAnswer> {
	const options = await post(`${address}/options`);
	if (options === null) return 'refused';
	let answered: unknown;
	try {
		answered = await answer(options);
	} catch {
		return 'given-up';
	}
	return (await post(address, answered)) === null ? 'refused' : 'done';
}
