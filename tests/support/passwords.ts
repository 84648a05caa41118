import { cost } from '#lib/server/staff/passwords.ts';

// What guards a stolen database is of no use here; tests/server/staff/passwords.test.ts asserts the real cost.
Object.assign(cost, { memoryCost: 8, timeCost: 1 });
