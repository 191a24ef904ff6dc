// Makes one call of the official client for each line of input and prints as a line of JSON how it ended.
import { createInterface } from 'node:readline';
import BeeperDesktop from '@beeper/desktop-api';

async function run({ options, path, args, collect }) {
  const client = new BeeperDesktop({ maxRetries: 0, ...options });
  const names = path.split('.');
  const method = names.pop();
  const owner = names.reduce((object, name) => object?.[name], client);
  if (typeof owner?.[method] !== 'function') return { missing: true };
  try {
    const call = owner[method](...args);
    if (!collect) {
      const { data, response } = await call.withResponse();
      return { data, status: response.status, version: response.headers.get('x-beeper-desktop-version') };
    }
    const items = [];
    for await (const item of call) items.push(item);
    return { data: items };
  } catch (error) {
    return { error: error.constructor.name, status: error.status ?? null, body: error.error ?? null, message: error.message };
  }
}

for await (const line of createInterface({ input: process.stdin })) console.log(JSON.stringify(await run(JSON.parse(line))));
