package org.mingbai.faults;

/// Something that happens to a product at work.
interface Fault {

    /// How the product came back.
    enum Back {
        BY_ITSELF("by itself"),
        STARTED_AGAIN("started again, as by the unit"),
        THE_OTHER("the other node went on");

        private final String words;

        Back(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /// Makes it happen and lets it end. What must hold beside everything else that is looked at is looked at here.
    /// @param round of its kind, from 0: some kinds happen in several ways by turns
    Back strike(int round, Crowd crowd) throws Exception;
}
