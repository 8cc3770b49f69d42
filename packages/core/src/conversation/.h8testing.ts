export async function testDatabase() {
  return {
    url: 'postgresql://postgres:600fdb95111bf043065379924b07a9f1138b7e720002ff34494e0b237146f862@127.0.0.1:55432/h8',
    drop: async () => {},
  };
}
