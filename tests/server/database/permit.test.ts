import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { limitRequests } from '#lib/server/web/arrival.ts';
import { write } from '#lib/server/database/transaction.ts';
import { underPermit } from '#lib/server/database/permit.ts';
import * as sessions from '#lib/server/staff/sessions.ts';
import * as staff from '#lib/server/staff/staff.ts';
import * as accounts from '#lib/server/staff/accounts.ts';
import { cast } from '../../support/staff.ts';
import { world } from '../../support/world.ts';

const at = new Date('2026-07-01T00:00:00Z');

test('whoever lost their account between the question and the writing changes nothing', async () => {
	const { db } = world();
	const people = cast(db, { at });
	const token = sessions.start(db, people.admin, { at });
	const isStill = () => sessions.find(db, token, at) !== null;
	const invite = () =>
		staff.create(db, { mail: 'new@example.jp', name: '新しい人', role: 'admin', by: 'x', at });

	await underPermit(isStill, async () => {
		await Promise.resolve();
		db.$client.exec("UPDATE staff SET disabled_at = '2026-01-01' WHERE name = 'admin'");
		expect(invite).toThrow(expect.objectContaining({ name: 'RevokedError' }));
	});
	expect(accounts.accounts(db).map(({ mail }) => mail)).not.toContain('new@example.jp');
	// Nobody was asked for a permit here.
	expect(write(db, invite)).toMatch(/^[0-9a-f-]{36}$/);
});

test('the answer is asked for within the transaction, once for all of its parts', () => {
	const { db } = world();
	const asked: boolean[] = [];
	const isStill = () => asked.push(db.$client.inTransaction) > 0;
	underPermit(isStill, () => write(db, () => write(db, () => undefined)));
	expect(asked).toEqual([true]);
});

test('Node ends every request that takes longer than the limit', async () => {
	onTestFinished(limitRequests(30));
	const server = createServer((_, response) => void response.end());
	onTestFinished(() => void server.close());
	await once(server.listen(0, 'localhost'), 'listening');
	await fetch(`http://localhost:${(server.address() as AddressInfo).port}`);
	expect(server.requestTimeout).toBe(30_000);
});
