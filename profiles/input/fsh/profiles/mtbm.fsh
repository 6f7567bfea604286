Profile: Mtbm
Parent: Tindakan
Id: mtbm
Title: "Pemeriksaan MTBM"
Description: "Bayi muda diperiksa dengan Manajemen Terpadu Bayi Muda. Kategorinya konseling, sebagaimana kumpulan nasional."
* insert Terbitan
* insert Inggris([["Integrated management of the young infant"]])
* insert Dilakukan(409063005, $klinis, PC000003)
