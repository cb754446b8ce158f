package org.mingbai.reporting.sign;

import org.jspecify.annotations.Nullable;

/// What a picture is recognised by, however it was shrunk, saved anew or renamed: in each of eight rows and columns, whether the next field is brighter
/// (dHash, across and down; 64 bits each).
record Look(long across, long down) {

    /// Of 128 signs so few may differ. Two that differ in no more have one of eight parts in common.
    static final int APART_MAX = 7;
    static final int FIELDS = 9;
    static final int PARTS = 8;

    /// A wall or a night says too little to be recognised by.
    private static final int SIGNS_LEAST = 28;
    private static final int BRIGHTER_BY = 2;
    private static final int PART_BITS = 16;
    private static final int PARTS_OF_ONE = 4;

    /// @param fields the brightness of nine rows of nine
    static Look of(int[][] fields) {
        long across = 0;
        long down = 0;
        for (int row = 0; row < FIELDS - 1; row++) {
            for (int column = 0; column < FIELDS - 1; column++) {
                across = across << 1 | (fields[row][column + 1] - fields[row][column] > BRIGHTER_BY ? 1 : 0);
                down = down << 1 | (fields[row + 1][column] - fields[row][column] > BRIGHTER_BY ? 1 : 0);
            }
        }
        return new Look(across, down);
    }

    static @Nullable Look kept(@Nullable Long across, @Nullable Long down) {
        return across == null || down == null ? null : new Look(across, down);
    }

    boolean saysEnough() {
        return Long.bitCount(across) + Long.bitCount(down) >= SIGNS_LEAST;
    }

    boolean near(Look other) {
        return Long.bitCount(across ^ other.across) + Long.bitCount(down ^ other.down) <= APART_MAX;
    }

    /// One of its parts with its place.
    int part(int which) {
        long half = which < PARTS_OF_ONE ? across : down;
        return which << PART_BITS | (int) (half >>> which % PARTS_OF_ONE * PART_BITS & 0xFFFF);
    }
}
