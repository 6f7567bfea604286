Profile: VitaminK
Parent: Tindakan
Id: vitamin-k
Title: "Suntikan vitamin K1"
Description: "Suntikan vitamin K1 bayi baru lahir. Kategorinya konseling, sebagaimana kumpulan nasional."
* insert Terbitan
* insert Inggris([["Vitamin K1 injection"]])
* insert Dilakukan(409063005, $sct, 448883004)
