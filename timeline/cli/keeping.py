"""Which of the events that were found are kept, and how much each matters.

In: proposals, and what is to be kept of them. Out: the importance of each, by its event's id, or the ids of those of less weight.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.claims import KEPT_FROM
from timeline.importance import Importance, Mention, weigh
from timeline.merge import Proposal
from timeline.settings import Keep


def importance_of(proposals: Sequence[Proposal]) -> dict[str, Importance]:
    """The importance of each proposal among all that were found, whether they are kept or not."""
    return weigh(mention for proposal in proposals for mention in _mentions(proposal))


def minor_ones(proposals: Sequence[Proposal], keep: Keep) -> frozenset[str]:
    """The ids of the proposals that are not kept."""
    kept = [proposal for proposal in proposals if keep.minor or any(claim.salience >= KEPT_FROM for claim in proposal.claims)]
    if keep.limit is not None and len(kept) > keep.limit:
        importance = importance_of(proposals)
        kept.sort(key=lambda proposal: (importance[proposal.event.id].value, proposal.salience), reverse=True)
        del kept[keep.limit :]
    return frozenset(proposal.event.id for proposal in proposals) - {proposal.event.id for proposal in kept}


def _mentions(proposal: Proposal) -> Iterator[Mention]:
    for claim in proposal.claims:
        published = claim.published.latest or claim.published.earliest if claim.published else None
        yield Mention(proposal.event.id, proposal.event.date, claim.article, claim.publisher, published, claim.quote)
