/**
 * What one line to the internet has, by the address somebody comes from: an IPv4 address, or the
 * first 64 bits of an IPv6 one, whose other half anybody can change at will (RFC 4291).
 */
export function rateLimitKey(said: string): string {
	const address = said.trim().replace(port, '$1$2');
	const ofFour = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)(?::\d+)?$/i.exec(address);
	if (ofFour) return ofFour[1]!;
	if (!address.includes(':')) return address;
	const [left, right] = address.split('%')[0]!.split('::').map(groupsOf);
	const missing = right ? Math.max(0, 8 - left!.length - right.length) : 0;
	return [...left!, ...Array<string>(missing).fill('0'), ...(right ?? [])]
		.slice(0, 4)
		.map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
		.join(':');
}

/** Some proxies write it behind: `192.0.2.1:4711`, `[2001:db8::1]:4711`. */
const port = /^(?:\[([^\]]*)\]|((?:::ffff:)?\d+\.\d+\.\d+\.\d+))(?::\d+)?$/i;

const groupsOf = (part: string) => part.split(':').filter(Boolean);
