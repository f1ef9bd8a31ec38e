using System.Collections.Generic;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Mailroom
{
    public interface IMailQueue
    {
        ValueTask AddAsync(Letter letter, CancellationToken cancellationToken);

        Task<IReadOnlyList<Letter>> TakeAsync(int most, CancellationToken cancellationToken);

        ValueTask PutBackAsync(IEnumerable<Letter> letters, CancellationToken cancellationToken);
    }

    public sealed class MailQueue : IMailQueue
    {
        private readonly Channel<Letter> _letters = Channel.CreateBounded<Letter>(new BoundedChannelOptions(10000)
        {
            FullMode = BoundedChannelFullMode.Wait,
        });

        public ValueTask AddAsync(Letter letter, CancellationToken cancellationToken)
        {
            return _letters.Writer.WriteAsync(letter, cancellationToken);
        }

        public async Task<IReadOnlyList<Letter>> TakeAsync(int most, CancellationToken cancellationToken)
        {
            List<Letter> taken = new List<Letter>(most);
            if (await _letters.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
            {
                while (taken.Count < most && _letters.Reader.TryRead(out Letter? letter))
                {
                    taken.Add(letter);
                }
            }

            return taken;
        }

        public async ValueTask PutBackAsync(IEnumerable<Letter> letters, CancellationToken cancellationToken)
        {
            foreach (Letter letter in letters)
            {
                await _letters.Writer.WriteAsync(letter, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
