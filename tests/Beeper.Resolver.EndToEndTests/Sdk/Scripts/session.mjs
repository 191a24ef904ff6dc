// A session as a program would hold it: find the account, look a person up, open the chat, read it back, bring it to the front.
import BeeperDesktop from '@beeper/desktop-api';

const { options, phoneNumber } = JSON.parse(process.argv[2]);
const client = new BeeperDesktop({ maxRetries: 0, ...options });

const accounts = await client.accounts.list();
const account = accounts.find((one) => one.accountID.includes('whatsapp'));
const { items: people } = await client.accounts.contacts.search(account.accountID, { query: phoneNumber });
const user = { phoneNumber, fullName: people[0].fullName };
const start = () => client.chats.start
  ? client.chats.start({ accountID: account.accountID, user, allowInvite: false })
  : client.chats.create({ accountID: account.accountID, mode: 'start', user, allowInvite: false });
const first = await start();
const again = await start();
const chat = await client.chats.retrieve(first.chatID, { maxParticipantCount: 5 });
const titles = [];
for await (const found of client.chats.search({ accountIDs: [account.accountID], scope: 'participants', type: 'single', query: chat.title })) titles.push(found.title);
const focus = await client.focus({ chatID: chat.id });

console.log(JSON.stringify({ first: first.status, again: again.status, same: first.chatID === again.chatID && chat.id === first.chatID, participant: chat.participants.items[0].phoneNumber, titles, focus: focus.success }));
