/** One property of a calendar. */
export type Property = { name: string; params: Record<string, string>; value: string };

/** An iCalendar stream (RFC 5545), read strictly: every line has its end, its length and its form. */
export function readCalendar(text: string): { head: Property[]; events: Property[][] } {
	if (!text.endsWith('\r\n')) throw new Error('The last line has no end.');
	const lines = text.slice(0, -2).split('\r\n');
	for (const line of lines) {
		if (/[\r\n]/.test(line)) throw new Error(`A line ends in another way: ${line}`);
		if (Buffer.byteLength(line) > 75) throw new Error(`More than 75 octets: ${line}`);
		if (!line.isWellFormed() || line.includes('\ufffd')) throw new Error(`Cut letter: ${line}`);
	}
	const properties = text.slice(0, -2).replaceAll('\r\n ', '').split('\r\n').map(readProperty);
	const at = (name: string, value: string) =>
		properties.flatMap((one, index) => (one.name === name && one.value === value ? [index] : []));
	const [begins, ends] = [at('BEGIN', 'VEVENT'), at('END', 'VEVENT')];
	if (begins.length !== ends.length) throw new Error('An event has no end.');
	if (properties[0]!.value !== 'VCALENDAR' || properties.at(-1)!.name !== 'END') {
		throw new Error('No calendar.');
	}
	return {
		head: properties.slice(1, begins[0] ?? -1),
		events: begins.map((from, index) => properties.slice(from + 1, ends[index]))
	};
}

function readProperty(line: string): Property {
	const match = /^([A-Z-]+)((?:;[A-Z-]+=[^;:"]+)*):(.*)$/s.exec(line);
	if (!match) throw new Error(`No property: ${line}`);
	const [, name, params, value] = match;
	const pairs = params!
		.split(';')
		.filter(Boolean)
		.map((pair) => pair.split('=') as [string, string]);
	return { name: name!, params: Object.fromEntries(pairs), value: value! };
}

export const valueOf = (properties: readonly Property[], name: string): string | undefined => {
	const found = properties.filter((one) => one.name === name);
	if (found.length > 1) throw new Error(`${name} twice`);
	return found[0]?.value;
};

/** TEXT as it was written. */
export const textOf = (properties: readonly Property[], name: string): string | undefined =>
	valueOf(properties, name)?.replace(/\\([\\;,nN])/g, (_, letter: string) =>
		letter.toLowerCase() === 'n' ? '\n' : letter
	);
