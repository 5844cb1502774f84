"""Trust: how far the machine's levels and the instructors' agree."""
