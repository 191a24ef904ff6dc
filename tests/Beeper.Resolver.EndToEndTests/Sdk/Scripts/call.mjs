// Makes one call of the official client and prints as JSON how it ended.
import BeeperDesktop from '@beeper/desktop-api';

const { options, path, args, collect } = JSON.parse(process.argv[2]);
const client = new BeeperDesktop({ maxRetries: 0, ...options });
const names = path.split('.');
const method = names.pop();
const owner = names.reduce((object, name) => object?.[name], client);

async function run() {
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

console.log(JSON.stringify(await run()));
