/** Fails if the action takes longer than `ms`. */
export async function within<T>(ms: number, action: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('timed out')), ms);
  });
  try {
    return await Promise.race([action(), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
