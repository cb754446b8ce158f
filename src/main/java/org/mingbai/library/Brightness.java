package org.mingbai.library;

import java.awt.image.BufferedImage;

/// The mean brightness of each field of a grid laid over a picture.
final class Brightness {

    private static final int RED = 299;
    private static final int GREEN = 587;
    private static final int BLUE = 114;
    private static final int ALL = 1000;

    private Brightness() {}

    /// Row by row.
    static int[][] of(BufferedImage picture, int columns, int rows) {
        var sums = new long[rows][columns];
        var counts = new long[rows][columns];
        for (int y = 0; y < picture.getHeight(); y++) {
            int row = y * rows / picture.getHeight();
            for (int x = 0; x < picture.getWidth(); x++) {
                int column = x * columns / picture.getWidth();
                sums[row][column] += grey(picture.getRGB(x, y));
                counts[row][column]++;
            }
        }
        var means = new int[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                means[row][column] = counts[row][column] == 0 ? 0 : (int) (sums[row][column] / counts[row][column]);
            }
        }
        return means;
    }

    private static int grey(int rgb) {
        return ((rgb >> 16 & 0xFF) * RED + (rgb >> 8 & 0xFF) * GREEN + (rgb & 0xFF) * BLUE) / ALL;
    }
}
