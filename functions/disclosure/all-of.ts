/** Jobs of a publication that do not wait for each other. */

type Job = () => Promise<void>;

/**
 * After a job that failed no other begins, and nothing goes on behind the failure's back: what comes again would meet it.
 * @param atOnce - so many side by side; all of them unless told
 */
export async function allOf(jobs: readonly Job[], atOnce = jobs.length): Promise<void> {
  const left = [...jobs];
  const worker = async () => {
    for (let job = left.shift(); job; job = left.shift()) {
      try {
        await job();
      } catch (error) {
        left.length = 0;
        throw error;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, worker));
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure) throw failure.reason;
}
