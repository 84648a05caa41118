import { expect, test } from 'vitest';
import { rateLimitKey } from '#lib/domain/staff/rate-limit-key.ts';

test.each([
	['192.0.2.7', '192.0.2.7'],
	['::ffff:192.0.2.7', '192.0.2.7'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
	['2001:0DB8:0001:0002::1', '2001:db8:1:2'],
	['2001:db8::1', '2001:db8:0:0'],
	['::1', '0:0:0:0'],
	['fe80::1%eth0', 'fe80:0:0:0'],
	['192.0.2.7:4711', '192.0.2.7'],
	['::ffff:192.0.2.7:80', '192.0.2.7'],
	[' 192.0.2.7', '192.0.2.7'],
	['[2001:db8:1:2::5]:4711', '2001:db8:1:2'],
	['[2001:db8:1:2::5]', '2001:db8:1:2'],
	['', ''],
	['unknown', 'unknown']
])('%s is on the line %s', (address, line) => expect(rateLimitKey(address)).toBe(line));
