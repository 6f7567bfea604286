Profile: PerawatanTaliPusat
Parent: Tindakan
Id: perawatan-tali-pusat
Title: "Perawatan tali pusat"
Description: "Perawatan tali pusat bayi baru lahir. Kategorinya konseling, sebagaimana kumpulan nasional."
* insert Terbitan
* insert Inggris([["Umbilical cord care"]])
* insert Dilakukan(409063005, $klinis, PC000001)
